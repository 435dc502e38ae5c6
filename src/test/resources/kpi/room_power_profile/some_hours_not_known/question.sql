select scope_id, row_key, column_key, value, coverage, reason
from room_power_profile
where row_key = '1' and column_order <= 3
