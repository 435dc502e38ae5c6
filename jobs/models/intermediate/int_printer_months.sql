-- What the print logs and the counters of a printer say of the same times of a month, and for how
-- much of the month that comparison can be made. A time that crosses the edge of the month gives it
-- its part by seconds, logged and counted alike; measured_impressions are those counted in times
-- that lie within the month. A printer that only a log knows cannot be compared at all; without any
-- counter, or any log, there is nothing to compare.
-- volume_impressions is what the printer will have printed in the month, by which it weighs among
-- the others: what was counted, over the whole month, or what the log has of it where that is more;
-- null where neither tells.
-- grain: one row per printer_id
with span_parts as (
    select
        printer_id,
        is_compared,
        within_month_s,
        within_month_s = span_s as is_within_month,
        decimal_6(counted_impressions * within_month_s / nullif(span_s, 0)) as counted,
        decimal_6(logged_impressions * within_month_s / nullif(span_s, 0)) as logged
    from int_printer_spans
),
span_sums as (
    select
        printer_id,
        sum(case when is_compared then logged end) as logged,
        sum(case when is_compared then counted end) as counted,
        sum(case when is_compared and is_within_month then counted else 0 end) as measured,
        cast(sum(exact(case when is_compared then within_month_s end)) as double) as compared_s,
        sum(counted) as known_impressions,
        cast(sum(exact(within_month_s)) as double) as known_s
    from span_parts
    group by printer_id
),
job_sums as (
    select
        stg_print_jobs.printer_id,
        sum(stg_print_jobs.impressions) as impressions
    from stg_print_jobs
    cross join period
    where stg_print_jobs.printed_at >= period.started_at
        and stg_print_jobs.printed_at < period.ended_at
    group by stg_print_jobs.printer_id
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
        printer_id
    from job_sums
)
select
    int_print_log_coverage.month,
    printers_of_month.printer_id,
    counted_printers.printer_id is not null as has_counter,
    cast(span_sums.logged as decimal(18, 6)) as logged_impressions,
    cast(span_sums.counted as decimal(18, 6)) as counted_impressions,
    cast(
        case when span_sums.counted is not null then span_sums.measured end as decimal(18, 6)
    ) as measured_impressions,
    decimal_6(
        greatest(
            cast(span_sums.known_impressions as double)
            * micros_between(period.started_at, period.ended_at)
            / nullif(span_sums.known_s * 1000000, 0),
            cast(job_sums.impressions as double) / nullif(int_print_log_coverage.coverage, 0)
        )
    ) as volume_impressions,
    case
        when span_sums.compared_s is null then 0
        else span_sums.compared_s * 1000000
            / nullif(micros_between(period.started_at, period.ended_at), 0)
    end as coverage
from printers_of_month
left join counted_printers using (printer_id)
left join span_sums using (printer_id)
left join job_sums using (printer_id)
cross join int_print_log_coverage
cross join period
where (select count(*) from counted_printers) > 0
