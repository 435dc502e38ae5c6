select row_key, column_key, value
from devices_by_route
where value > 0 or column_key = 'lost'
