select day_on, is_logged
from int_print_log_weekdays
where day_on between date '2025-12-26' and date '2026-01-12'
