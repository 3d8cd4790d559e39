-- nothing: its table has rows inside a transaction only
SELECT 1;
