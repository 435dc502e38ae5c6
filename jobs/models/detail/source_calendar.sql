-- How much of each day of the month is known of what no meter of energy tells: of the weekdays the
-- print logs, of page counters the mean of all printers, beside it the five that are least known
-- and less so than the mean, of load the share of the servers from their first day on, of the air
-- at racks that of the sensors, and of inventories and registers of workdays whether a report of
-- the day is there (measured), or an earlier one speaks for it (carried). Of a printer that came
-- within the month nothing is known before. What was never delivered has no row, and neither has a
-- day that lies ahead.
-- grain: source, printer
-- picture: calendar
-- rows: part
-- columns: day
with known_days as (
    select
        period_days.month,
        period_days.day_on,
        micros_between(
            start_of_day(period_days.day_on), start_of_day(add_days(period_days.day_on, 1))
        ) / 1000000 as day_s
    from period_days
    cross join period
    where start_of_day(period_days.day_on) < period.known_until_at
),
counted_printers as (
    select printer_id
    from int_printer_spans
    union
    select printer_id
    from int_printer_months
    where has_counter
),
printer_days as (
    select
        counted_printers.printer_id,
        known_days.day_on,
        coalesce(
            cast(
                sum(
                    exact(
                        case
                            when int_printer_spans.printer_id is not null
                                then micros_between(
                                    greatest(
                                        int_printer_spans.from_at, start_of_day(known_days.day_on)
                                    ),
                                    least(
                                        int_printer_spans.to_at,
                                        start_of_day(add_days(known_days.day_on, 1))
                                    )
                                ) / 1000000
                        end
                    )
                ) as double
            ),
            0
        ) / max(known_days.day_s) as known_share
    from counted_printers
    cross join known_days
    left join int_printer_spans
        on int_printer_spans.printer_id = counted_printers.printer_id
        and int_printer_spans.from_at < start_of_day(add_days(known_days.day_on, 1))
        and int_printer_spans.to_at > start_of_day(known_days.day_on)
    group by
        counted_printers.printer_id,
        known_days.day_on
),
printer_means as (
    select
        printer_id,
        cast(sum(exact(known_share)) as double) / count(known_share) as known_share
    from printer_days
    group by printer_id
),
ranked_printers as (
    select
        printer_id,
        row_number() over (order by known_share, printer_id) as place
    from printer_means
    where known_share < (
        select cast(sum(exact(known_share)) as double) / count(known_share) from printer_means
    )
        - 0.00001
),
server_starts as (
    select
        server_id,
        min(day_on) as first_on
    from int_server_days
    group by server_id
),
server_days as (
    select
        known_days.day_on,
        avg(case when int_server_days.server_id is not null then 1e0 else 0e0 end) as known_share
    from known_days
    inner join server_starts
        on server_starts.first_on <= known_days.day_on
    left join int_server_days
        on int_server_days.server_id = server_starts.server_id
        and int_server_days.day_on = known_days.day_on
    group by known_days.day_on
),
sensor_days as (
    select
        local_date(int_inlet_hours.started_at) as day_on,
        avg(case when int_inlet_hours.temperature_c is not null then 1e0 else 0e0 end)
            as known_share
    from int_inlet_hours
    cross join period
    where int_inlet_hours.started_at < period.known_until_at
    group by local_date(int_inlet_hours.started_at)
),
parts as (
    select
        'source' as scope_kind,
        'print_logs' as scope_id,
        day_on,
        'measured' as part,
        case when is_logged then 1e0 else 0e0 end as part_share
    from int_print_log_weekdays
    union all
    select
        'source' as scope_kind,
        'page_counters' as scope_id,
        day_on,
        'measured' as part,
        cast(sum(exact(known_share)) as double) / count(known_share) as part_share
    from printer_days
    group by day_on
    union all
    select
        'printer' as scope_kind,
        printer_days.printer_id as scope_id,
        printer_days.day_on,
        'measured' as part,
        printer_days.known_share as part_share
    from printer_days
    inner join ranked_printers using (printer_id)
    where ranked_printers.place <= 5
    union all
    select
        'source' as scope_kind,
        'server_load' as scope_id,
        day_on,
        'measured' as part,
        known_share as part_share
    from server_days
    union all
    select
        'source' as scope_kind,
        'inlet_sensors' as scope_id,
        day_on,
        'measured' as part,
        known_share as part_share
    from sensor_days
    union all
    select
        'source' as scope_kind,
        dataset as scope_id,
        day_on,
        'measured' as part,
        observed_share as part_share
    from int_reported_days
    union all
    select
        'source' as scope_kind,
        dataset as scope_id,
        day_on,
        'carried' as part,
        carried_share as part_share
    from int_reported_days
    where dataset = 'devices'
)
select
    known_days.month,
    parts.scope_kind,
    parts.scope_id,
    parts.part as row_key,
    case when parts.part = 'measured' then 0 else 1 end as row_order,
    cast(parts.day_on as varchar) as column_key,
    cast(day(parts.day_on) as bigint) as column_order,
    decimal_6(parts.part_share) as value,
    'share' as unit,
    cast(1 as double) as coverage,
    cast(null as varchar) as reason,
    case when parts.scope_kind = 'printer' then 'page_counter' end as mark,
    cast(null as varchar) as note
from parts
inner join known_days using (day_on)
