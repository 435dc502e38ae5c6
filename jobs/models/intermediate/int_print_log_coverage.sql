-- How much of the month the print logs can speak for: of its weekdays, those for which every print
-- definition has a log.
-- grain: one row, or none where there is no print log
select
    period.month,
    count(case when int_print_log_weekdays.is_logged then 1 end) / nullif(count(*), 0) as coverage
from int_print_log_weekdays
inner join period
    on int_print_log_weekdays.day_on >= period.first_on
    and int_print_log_weekdays.day_on <= period.last_on
group by period.month
