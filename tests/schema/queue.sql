-- the step itself ranks what waits
UPDATE risk SET value = 7.5 WHERE segment_id = 2;
