// made for the soak
export const lines = [
  {text: `Rain fills the old harbour before noon.`, start: 4.5, duration: 3},
  {text: `Nobody expected so many boats in March!`, start: 9.0, duration: 3},
  {text: `We counted 1,204 of them, from 14 countries.`, start: 13.5, duration: 3},
  {text: `Is that a record? See https://harbour.example/log`, start: 18.0, duration: 3},
  {text: `The pilot says: never trust a quiet tide.`, start: 22.5, duration: 3},
];
