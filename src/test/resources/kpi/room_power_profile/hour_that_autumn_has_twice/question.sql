select row_key, column_key, value, unit, coverage, reason
from room_power_profile
where (row_key = '7' and column_key in ('1', '2', '3')) or (row_key = '4' and column_key = '2')
