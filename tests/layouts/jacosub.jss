#TITLE The mill
#TIMERES 30
0:00:02.00 0:00:05.15 D The old mill stood empty for thirty years before we bought it.
0:00:06.00 0:00:09.00 VM {the wheel}We cleaned the wheel first because nothing turns without it.
0:00:10.00 0:00:14.00 D Grain came from the farm next \ndoor in the second autumn.
