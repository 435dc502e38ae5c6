-- What the print logs and the counters of a printer say of the same times of a month, and for how
-- much of the month that comparison can be made. A printer that only a log knows cannot be compared
-- at all; without any counter, or any log, there is nothing to compare.
-- grain: one row per printer_id
with span_sums as (
    select
        printer_id,
        sum(case when is_compared and is_of_month then logged_impressions end) as logged,
        sum(case when is_compared and is_of_month then counted_impressions end) as counted,
        sum(case when is_compared then within_month_s end) as compared_s
    from int_printer_spans
    group by printer_id
),
counted_printers as (
    select
        stg_printer_counters.printer_id
    from stg_printer_counters
    cross join period
    where stg_printer_counters.read_at >= period.started_at
        and stg_printer_counters.read_at < period.ended_at
    group by stg_printer_counters.printer_id
    union
    select
        printer_id
    from int_printer_spans
),
printers_of_month as (
    select
        printer_id
    from counted_printers
    union
    select
        stg_print_jobs.printer_id
    from stg_print_jobs
    cross join period
    where stg_print_jobs.printed_at >= period.started_at
        and stg_print_jobs.printed_at < period.ended_at
    group by stg_print_jobs.printer_id
)
select
    int_print_log_coverage.month,
    printers_of_month.printer_id,
    counted_printers.printer_id is not null as has_counter,
    cast(span_sums.logged as decimal(18, 6)) as logged_impressions,
    cast(span_sums.counted as decimal(18, 6)) as counted_impressions,
    case
        when span_sums.compared_s is null then 0
        else span_sums.compared_s * 1000000
            / nullif(micros_between(period.started_at, period.ended_at), 0)
    end as coverage
from printers_of_month
left join counted_printers using (printer_id)
left join span_sums using (printer_id)
cross join int_print_log_coverage
cross join period
where (select count(*) from counted_printers) > 0
