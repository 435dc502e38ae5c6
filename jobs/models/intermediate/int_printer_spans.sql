-- The times between two readings of a printer's counters that touch the month: what was counted,
-- and what the print logs say of the very same time. Of a day the first and the last reading count.
-- counted_impressions are those of print jobs where the printer counts them apart, else all sides,
-- with copies and faxes.
-- A counter only rises: a reading that does not lie between its neighbours, though these two are in
-- order, was misread and is left out. A replacement in config/events.csv (printer_replacement) puts
-- the last page of the old printer and the first of the new one between two readings, of the
-- counter that counts. One that went back has run over where register_max and max_pages_per_hour in
-- config/printers.csv say that it can have; else it was reset, and what was printed until then is
-- not known. So is a rise of more than the printer can print, and a time of more than one and a
-- half months, which tells nothing of a month: such times are left out.
-- is_compared says whether the print logs speak for every weekday of the time. Both impressions are
-- those of the whole time; of one that crosses the edge of the month, within_month_s of its span_s
-- seconds are of the computed month.
-- grain: one row per printer_id and from_at
with neighbouring_readings as (
    select
        printer_id,
        read_at,
        impressions,
        printed_impressions,
        lag(impressions) over reading_order as impressions_before,
        lead(impressions) over reading_order as impressions_after,
        lag(printed_impressions) over reading_order as printed_before,
        lead(printed_impressions) over reading_order as printed_after
    from stg_printer_counters
    where coalesce(printed_impressions, impressions) is not null
    window reading_order as (partition by printer_id order by read_at)
),
rising_readings as (
    select
        printer_id,
        read_at,
        impressions,
        printed_impressions,
        row_number() over (
            partition by printer_id, local_date(read_at)
            order by read_at
        ) as place,
        row_number() over (
            partition by printer_id, local_date(read_at)
            order by read_at desc
        ) as recency
    from neighbouring_readings
    where not coalesce(
        impressions_before <= impressions_after
        and (impressions < impressions_before or impressions > impressions_after),
        false
    )
    and not coalesce(
        printed_before <= printed_after
        and (printed_impressions < printed_before or printed_impressions > printed_after),
        false
    )
),
counter_points as (
    -- At one instant: the old printer ends, the new one starts, and then it is read.
    select
        printer_id,
        read_at,
        2 as turn,
        impressions,
        printed_impressions
    from rising_readings
    where place = 1
        or recency = 1
    union all
    select
        meter_id as printer_id,
        happened_at as read_at,
        0 as turn,
        cast(end_register as bigint) as impressions,
        cast(end_register as bigint) as printed_impressions
    from meter_events
    where kind = 'printer_replacement'
    union all
    select
        meter_id as printer_id,
        happened_at as read_at,
        1 as turn,
        cast(start_register as bigint) as impressions,
        cast(start_register as bigint) as printed_impressions
    from meter_events
    where kind = 'printer_replacement'
),
followed_points as (
    select
        printer_id,
        read_at as from_at,
        lead(read_at) over point_order as to_at,
        coalesce(
            (lead(printed_impressions) over point_order) - printed_impressions,
            (lead(impressions) over point_order) - impressions
        ) as difference
    from counter_points
    window point_order as (partition by printer_id order by read_at, turn)
),
counted_spans as (
    select
        followed_points.printer_id,
        followed_points.from_at,
        followed_points.to_at,
        followed_points.difference,
        counted_by_register(
            followed_points.difference, printers.register_max, printers.max_pages_per_hour
        ) as counted_impressions,
        count_limit(
            printers.max_pages_per_hour, followed_points.from_at, followed_points.to_at
        ) as most_impressions
    from followed_points
    left join printers using (printer_id)
    where followed_points.from_at < followed_points.to_at
),
usable_spans as (
    select
        counted_spans.printer_id,
        counted_spans.from_at,
        counted_spans.to_at,
        counted_spans.counted_impressions,
        micros_between(counted_spans.from_at, counted_spans.to_at) / 1000000 as span_s,
        micros_between(
            greatest(counted_spans.from_at, period.started_at),
            least(counted_spans.to_at, period.ended_at)
        ) / 1000000 as within_month_s
    from counted_spans
    cross join period
    where register_gap(
        counted_spans.difference,
        counted_spans.counted_impressions,
        cast(counted_spans.counted_impressions as double),
        counted_spans.most_impressions
    ) is null
        and counted_spans.from_at < period.ended_at
        and counted_spans.to_at > period.started_at
        and micros_between(counted_spans.from_at, counted_spans.to_at)
            <= 1.5 * micros_between(period.started_at, period.ended_at)
),
logged_spans as (
    select
        usable_spans.printer_id,
        usable_spans.from_at,
        count(case when not int_print_log_weekdays.is_logged then 1 end) = 0 as is_compared
    from usable_spans
    left join int_print_log_weekdays
        on int_print_log_weekdays.day_on >= local_date(usable_spans.from_at)
        and int_print_log_weekdays.day_on <= local_date(usable_spans.to_at)
    group by
        usable_spans.printer_id,
        usable_spans.from_at
),
logged_jobs as (
    select
        usable_spans.printer_id,
        usable_spans.from_at,
        sum(stg_print_jobs.impressions) as impressions
    from usable_spans
    inner join stg_print_jobs
        on stg_print_jobs.printer_id = usable_spans.printer_id
        and stg_print_jobs.printed_at > usable_spans.from_at
        and stg_print_jobs.printed_at <= usable_spans.to_at
    group by
        usable_spans.printer_id,
        usable_spans.from_at
)
select
    usable_spans.printer_id,
    usable_spans.from_at,
    usable_spans.to_at,
    logged_spans.is_compared,
    cast(usable_spans.counted_impressions as bigint) as counted_impressions,
    -- A log that speaks for the time and has no job of the printer says that there was none.
    cast(
        case
            when logged_spans.is_compared and logged_jobs.impressions is null then 0
            else logged_jobs.impressions
        end as bigint
    ) as logged_impressions,
    cast(usable_spans.span_s as double) as span_s,
    cast(usable_spans.within_month_s as double) as within_month_s
from usable_spans
inner join logged_spans using (printer_id, from_at)
left join logged_jobs using (printer_id, from_at)
