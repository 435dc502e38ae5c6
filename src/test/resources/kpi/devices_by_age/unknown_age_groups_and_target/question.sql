select row_key, column_key, column_order, value, mark
from devices_by_age
where value > 0 or (row_key = 'unknown' and column_key in ('0', 'unknown'))
