-- Printers that wait for pages all month and hardly print any. How many of the fleet, not which:
-- what one printer prints may be what one person prints.
-- grain: organisation
-- source: Regulation (EU) 2023/826: at most 2 W in networked standby; the energy of a printer is
--     that of the inventory or of its class
-- grade: C
-- thresholds: hardly_used_pages, printer_standby_power, year_hours
-- facts: hardly_used_printers devices, printers_with_known_pages devices,
--     pages_of_a_hardly_used_printer impressions, energy_of_a_printer_in_a_year kWh
-- saves: kwh
with counted_printers as (
    -- A counter speaks for a month of which it is known for nearly all.
    select
        int_printer_spans.printer_id,
        cast(
            sum(
                exact(
                    cast(int_printer_spans.counted_impressions as double)
                    * int_printer_spans.within_month_s / nullif(int_printer_spans.span_s, 0)
                )
            ) as double
        )
        / nullif(cast(sum(exact(int_printer_spans.within_month_s)) as double), 0)
        * micros_between(max(period.started_at), max(period.ended_at)) / 1000000
            as impressions
    from int_printer_spans
    cross join period
    cross join settings
    group by int_printer_spans.printer_id
    having cast(sum(exact(int_printer_spans.within_month_s)) as double) * 1000000
        >= max(settings.minimum_coverage)
        * micros_between(max(period.started_at), max(period.ended_at))
),
logged_printers as (
    -- A log that speaks for the month and has no job of a printer that it may name says that there
    -- was none.
    select
        printer_names.printer_id,
        coalesce(cast(int_logged_printers.impressions as double), 0)
        / int_print_log_coverage.coverage as impressions
    from (
        select printer_id
        from printers
        union
        select printer_id
        from int_logged_printers
    ) as printer_names
    left join int_logged_printers using (printer_id)
    cross join int_print_log_coverage
    cross join settings
    where int_print_log_coverage.coverage >= settings.minimum_coverage
        and printer_names.printer_id is not null
),
known_printers as (
    select
        printer_id,
        impressions
    from counted_printers
    union all
    select
        logged_printers.printer_id,
        logged_printers.impressions
    from logged_printers
    left join counted_printers using (printer_id)
    where counted_printers.printer_id is null
),
page_counts as (
    select
        count(known_printers.printer_id) as known_count,
        count(
            case when known_printers.impressions < bounds.hardly_used_pages then 1 end
        ) as low_count
    from period
    cross join bounds
    left join known_printers
        on known_printers.impressions >= 0
),
printer_years as (
    select
        cast(int_printer_energy.energy_kwh as double)
        / nullif(int_printer_fleet.printer_count, 0)
        * bounds.year_hours
        / ((days_between(period.first_on, period.last_on) + 1) * 24) as printer_kwh
    from int_printer_energy
    inner join int_printer_fleet using (month)
    cross join period
    cross join bounds
    cross join settings
    where int_printer_energy.coverage >= settings.minimum_coverage
),
fleets as (
    select
        page_counts.known_count,
        page_counts.low_count,
        greatest(
            coalesce(int_printer_fleet.printer_count + int_printer_fleet.unknown_count, 0),
            page_counts.known_count
        ) as printer_count,
        cast(printer_years.printer_kwh as double) as printer_kwh,
        bounds.printer_standby_power * bounds.year_hours / 1000 as standby_kwh
    from page_counts
    cross join bounds
    left join int_printer_fleet
        on int_printer_fleet.printer_count >= 0
    left join printer_years
        on printer_years.printer_kwh >= 0
)
select
    'organisation' as scope_kind,
    'all' as scope_id,
    case
        when fleets.low_count > 0 then null
        when fleets.known_count = 0
            or fleets.known_count < settings.minimum_coverage * fleets.printer_count
            then 'pages_of_printers'
    end as missing,
    case
        when fleets.low_count > 0 then true
        when fleets.known_count > 0
            and fleets.known_count >= settings.minimum_coverage * fleets.printer_count
            then false
    end as is_found,
    case when fleets.known_count > 0 then fleets.low_count end as hardly_used_printers,
    fleets.known_count as printers_with_known_pages,
    bounds.hardly_used_pages as pages_of_a_hardly_used_printer,
    fleets.printer_kwh as energy_of_a_printer_in_a_year,
    fleets.low_count
    * least(fleets.standby_kwh, coalesce(fleets.printer_kwh, fleets.standby_kwh)) as kwh_low,
    fleets.low_count * fleets.printer_kwh as kwh_high,
    fleets.known_count / nullif(cast(fleets.printer_count as double), 0) as coverage
from fleets
cross join bounds
cross join settings
