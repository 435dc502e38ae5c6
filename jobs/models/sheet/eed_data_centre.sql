-- of: year
-- What Regulation (EU) 2024/1364 asks of a data centre, letter by letter in the order of its
-- Annexes I, II and III, for each room: an annex to copy from, also where the room is too small to
-- have to report. Figures are of the calendar year up to the computed month, facts of its last day
-- or, where the act asks for an average, weighed by days. A figure of which too little is known is
-- null with the reason; a fact that is not on record names itself in evidence.
-- grain: one row per room_id and line
with rooms as (
    select
        room_id,
        min(site_id) as site_id
    from (
        select
            room_id,
            site_id
        from int_room_facts
        union all
        select
            room_id,
            site_id
        from meters
        where room_id is not null
            and role in ('room_total', 'it', 'ups_in', 'ups_out', 'rack', 'cooling')
    ) as named_rooms
    group by room_id
),
room_lines as (
    select
        period.month,
        rooms.site_id,
        rooms.room_id,
        sheet_lines.line,
        sheet_lines.code,
        sheet_lines.title_en,
        sheet_lines.title_nl,
        sheet_lines.title_fr,
        sheet_lines.unit,
        sheet_lines.kind,
        sheet_lines.value as asked,
        sheet_lines.valid_from,
        sheet_lines.valid_to,
        sheet_lines.source,
        sheet_lines.grade,
        month(period.last_on) = 12 as is_whole_year,
        cast(year(period.last_on) + 1 as varchar) as report_year
    from period
    cross join rooms
    inner join sheet_lines
        on sheet_lines.sheet_id = 'eed_data_centre'
        and sheet_lines.valid_from <= period.last_on
        and (sheet_lines.valid_to is null or sheet_lines.valid_to >= period.last_on)
),
fact_rows as (
    -- A row without an end gives way to the next one.
    select
        room_facts.room_id,
        room_facts.fact,
        room_facts.value,
        room_facts.number,
        room_facts.document,
        room_facts.documented_on,
        room_facts.valid_from,
        greatest(
            room_facts.valid_from,
            cast(substr(period.month, 1, 4) || '-01-01' as date)
        ) as from_on,
        least(
            coalesce(room_facts.valid_to, period.last_on),
            coalesce(
                add_days(
                    lead(room_facts.valid_from) over (
                        partition by room_facts.room_id, room_facts.fact
                        order by room_facts.valid_from
                    ), -1
                ), period.last_on
            ),
            period.last_on
        ) as to_on,
        period.last_on
    from room_facts
    cross join period
    where room_facts.valid_from <= period.last_on
),
held_facts as (
    select
        room_id,
        fact,
        value,
        number,
        document,
        documented_on,
        valid_from
    from fact_rows
    where to_on = last_on
),
expected_days as (
    -- A data centre younger than the year reports the time in which it operates.
    select
        rooms.room_id,
        days_between(
            greatest(
                cast(substr(max(period.month), 1, 4) || '-01-01' as date),
                coalesce(
                    max(
                        case
                            when held_facts.fact = 'started_on'
                                then cast(held_facts.value as date)
                        end
                    ), cast('1900-01-01' as date)
                )
            ), max(period.last_on)
        ) + 1 as day_count
    from rooms
    cross join period
    left join held_facts using (room_id)
    group by rooms.room_id
),
fact_means as (
    select
        fact_rows.room_id,
        fact_rows.fact,
        cast(
            sum(
                exact(
                    cast(fact_rows.number as double)
                    * (days_between(fact_rows.from_on, fact_rows.to_on) + 1)
                )
            ) as double
        ) / sum(days_between(fact_rows.from_on, fact_rows.to_on) + 1) as number,
        least(
            sum(days_between(fact_rows.from_on, fact_rows.to_on) + 1)
            / nullif(max(expected_days.day_count), 0), 1
        ) as coverage
    from fact_rows
    inner join expected_days using (room_id)
    where fact_rows.from_on <= fact_rows.to_on
        and fact_rows.number is not null
    group by
        fact_rows.room_id,
        fact_rows.fact
),
year_values as (
    select
        kpi_values.kpi_id,
        kpi_values.scope_kind,
        kpi_values.scope_id,
        kpi_values.numerator,
        kpi_values.value,
        kpi_values.coverage,
        kpi_values.measured_share,
        kpi_values.reason
    from kpi_values
    inner join period using (month)
    where kpi_values.period = 'year_to_date'
        and kpi_values.scope_kind in ('room', 'site')
),
it_categories as (
    -- Category 1 is measured where the UPS ends: at its output, or right below its input.
    select
        int_it_meters.room_id,
        case
            when count(*) = count(
                case when meters.role = 'ups_out' or parents.role = 'ups_in' then 1 end
            ) then '1'
            else '2'
        end as category
    from int_it_meters
    cross join period
    inner join meters
        on meters.meter_id = int_it_meters.meter_id
        and meters.valid_from <= period.last_on
        and (meters.valid_to is null or meters.valid_to >= period.last_on)
    left join meters as parents
        on parents.meter_id = meters.parent_meter_id
        and parents.valid_from <= period.last_on
        and (parents.valid_to is null or parents.valid_to >= period.last_on)
    where int_it_meters.sign = 1
        and int_it_meters.from_at < period.ended_at
        and (int_it_meters.until_at is null or int_it_meters.until_at >= period.ended_at)
    group by int_it_meters.room_id
),
generator_sums as (
    select
        int_boundary_hours.place_id as room_id,
        cast(sum(int_boundary_hours.energy_wh) as double) / 1000 as number,
        count(case when int_boundary_hours.covered_s = 3600 then 1 end) / count(*) as coverage
    from int_boundary_hours
    cross join period
    where int_boundary_hours.boundary = 'edc'
        and int_boundary_hours.stream = 'fuel'
        and substr(int_boundary_hours.month, 1, 4) = substr(period.month, 1, 4)
    group by int_boundary_hours.place_id
),
water_sums as (
    select
        year_values.scope_id as room_id,
        case
            when year_values.value is not null and int_thresholds.value = 0
                then cast(year_values.numerator as double) / 1000
                    / nullif(year_values.coverage, 0)
        end as number,
        year_values.coverage,
        year_values.measured_share,
        year_values.reason,
        year_values.numerator = 0 as is_dry
    from year_values
    left join int_thresholds
        on int_thresholds.threshold = 'wue_potable_only'
    where year_values.kpi_id = 'wue'
        and year_values.scope_kind = 'room'
),
pue_sums as (
    -- A room that needs less than its IT equipment has a wrong meter.
    select
        int_room_months.room_id,
        cast(sum(int_room_months.paired_edc_wh) as double)
        / nullif(cast(sum(int_room_months.paired_it_wh) as double), 0) as number,
        sum(int_room_months.paired_hour_count)
        / cast(sum(exact(int_room_months.hour_count)) as double) as coverage
    from int_room_months
    cross join period
    where int_room_months.has_edc_meter
        and int_room_months.has_it_meter
        and int_room_months.month <= period.month
        and substr(int_room_months.month, 1, 4) = substr(period.month, 1, 4)
    group by int_room_months.room_id
),
room_months as (
    select
        int_room_months.month,
        int_room_sites.site_id,
        int_room_months.room_id,
        cast(int_room_months.electricity_wh as double) / 1000
        * int_room_months.hour_count
        / nullif(int_room_months.electricity_hour_count, 0) as whole_kwh,
        int_room_months.electricity_hour_count / int_room_months.hour_count as coverage,
        cast(int_room_months.month || '-01' as date) as first_on
    from int_room_months
    inner join int_room_sites using (room_id)
    cross join period
    where int_room_months.has_edc_meter
        and int_room_months.month <= period.month
        and substr(int_room_months.month, 1, 4) = substr(period.month, 1, 4)
),
site_months as (
    select
        month,
        site_id,
        max(first_on) as first_on,
        cast(sum(exact(whole_kwh)) as double) as whole_kwh
    from room_months
    group by
        month,
        site_id
),
contract_months as (
    select
        site_months.month,
        site_months.site_id,
        energy_contracts.kind,
        site_months.whole_kwh,
        coalesce(
            cast(energy_contracts.share as double) * site_months.whole_kwh,
            cast(energy_contracts.kwh_per_year as double)
            * days_between(site_months.first_on, add_months(site_months.first_on, 1))
            / dayofyear(cast(substr(site_months.month, 1, 4) || '-12-31' as date))
        ) as ordered_kwh
    from site_months
    inner join energy_contracts
        on energy_contracts.site_id = site_months.site_id
        and energy_contracts.is_proven
        and energy_contracts.kind <> 'pv'
        and energy_contracts.valid_from <= site_months.first_on
        and (
            energy_contracts.valid_to is null
            or energy_contracts.valid_to >= add_days(add_months(site_months.first_on, 1), -1)
        )
),
contract_shares as (
    -- What contracts of more than the rooms use promise counts in proportion.
    select
        month,
        site_id,
        cast(sum(exact(case when kind = 'goo' then ordered_kwh else 0 end)) as double)
        / nullif(greatest(cast(sum(exact(ordered_kwh)) as double), max(whole_kwh)), 0) as goo_share,
        cast(sum(exact(case when kind = 'ppa' then ordered_kwh else 0 end)) as double)
        / nullif(greatest(cast(sum(exact(ordered_kwh)) as double), max(whole_kwh)), 0) as ppa_share
    from contract_months
    group by
        month,
        site_id
),
contract_sums as (
    -- A month without any proven contract may have had any electricity: then the year is unknown.
    select
        room_months.room_id,
        case
            when count(*) = count(room_months.whole_kwh * contract_shares.goo_share)
                then cast(sum(exact(room_months.whole_kwh * contract_shares.goo_share)) as double)
        end as goo_kwh,
        case
            when count(*) = count(room_months.whole_kwh * contract_shares.ppa_share)
                then cast(sum(exact(room_months.whole_kwh * contract_shares.ppa_share)) as double)
        end as ppa_kwh,
        cast(sum(exact(room_months.coverage)) as double) / count(room_months.coverage) as coverage
    from room_months
    left join contract_shares using (month, site_id)
    group by room_months.room_id
),
panel_sums as (
    select
        int_boundary_hours.place_id as room_id,
        greatest(
            cast(sum(int_boundary_hours.sign * int_boundary_hours.energy_wh) as double) / 1000, 0
        ) as pv_kwh,
        count(case when int_boundary_hours.covered_s = 3600 then 1 end) / count(*) as coverage
    from int_boundary_hours
    cross join period
    where int_boundary_hours.boundary = 'edc'
        and int_boundary_hours.stream in ('pv', 'export')
        and substr(int_boundary_hours.month, 1, 4) = substr(period.month, 1, 4)
    group by int_boundary_hours.place_id
    having count(case when int_boundary_hours.stream = 'pv' then 1 end) > 0
),
renewable_sums as (
    select
        rooms.room_id,
        contract_sums.goo_kwh,
        contract_sums.ppa_kwh,
        case when panel_sums.coverage >= settings.minimum_coverage then panel_sums.pv_kwh end
            as pv_kwh,
        contract_sums.coverage as contract_coverage,
        panel_sums.coverage as panel_coverage
    from rooms
    cross join settings
    left join contract_sums using (room_id)
    left join panel_sums using (room_id)
),
every_renewable as (
    select
        room_id,
        'goo' as asked,
        goo_kwh as number,
        contract_coverage as coverage,
        false as is_least
    from renewable_sums
    union all
    select
        room_id,
        'ppa' as asked,
        ppa_kwh as number,
        contract_coverage as coverage,
        false as is_least
    from renewable_sums
    union all
    select
        room_id,
        'pv' as asked,
        pv_kwh as number,
        panel_coverage as coverage,
        false as is_least
    from renewable_sums
    union all
    select
        room_id,
        'total' as asked,
        goo_kwh + ppa_kwh + coalesce(pv_kwh, 0) as number,
        contract_coverage as coverage,
        goo_kwh is not null and pv_kwh is null as is_least
    from renewable_sums
),
room_sizes as (
    select
        rooms.room_id,
        case
            when held_facts.number is null or int_thresholds.value is null then 'unknown'
            when held_facts.number >= int_thresholds.value then 'mandatory'
            else 'voluntary'
        end as duty
    from rooms
    left join held_facts
        on held_facts.room_id = rooms.room_id
        and held_facts.fact = 'installed_it_power'
    left join int_thresholds
        on int_thresholds.threshold = 'eed_installed_it_power'
),
found_lines as (
    select
        room_lines.month,
        room_lines.site_id,
        room_lines.room_id,
        room_lines.line,
        room_lines.code,
        room_lines.title_en,
        room_lines.title_nl,
        room_lines.title_fr,
        room_lines.unit,
        room_lines.kind,
        room_lines.asked,
        room_lines.is_whole_year,
        case
            when room_lines.kind = 'about' then room_lines.report_year || '-' || room_lines.asked
            when room_lines.kind = 'fact' and held_facts.number is null then held_facts.value
        end as value,
        case room_lines.kind
            when 'fact' then cast(held_facts.number as double)
            when 'mean_fact' then
                case
                    when fact_means.coverage >= settings.minimum_coverage then fact_means.number
                end
            when 'kpi' then coalesce(room_values.value, site_values.value)
            when 'pue' then
                case
                    when pue_sums.coverage >= settings.minimum_coverage and pue_sums.number > 1
                        then pue_sums.number
                end
            when 'generator' then
                case
                    when generator_sums.coverage >= settings.minimum_coverage
                        then generator_sums.number
                end
            when 'water' then water_sums.number
            when 'potable_water' then
                case when water_sums.is_dry or potable.value = 'yes' then water_sums.number end
            when 'renewable' then every_renewable.number
        end as number,
        case
            when room_lines.kind = 'about' then room_sizes.duty
            when room_lines.asked = 'installed_it_power' then basis.value
            when room_lines.asked = 'it_energy' or room_lines.kind = 'pue'
                then it_categories.category
            when room_lines.kind = 'water' and potable.value = 'yes' then '1'
            when room_lines.kind = 'water' and (water_sums.is_dry or potable.value = 'no') then '2'
            when room_lines.kind = 'potable_water' then '1'
        end as category,
        case room_lines.kind
            when 'mean_fact' then fact_means.coverage
            when 'kpi' then coalesce(room_values.coverage, site_values.coverage)
            when 'pue' then pue_sums.coverage
            when 'generator' then generator_sums.coverage
            when 'water' then water_sums.coverage
            when 'potable_water' then water_sums.coverage
            when 'renewable' then every_renewable.coverage
        end as coverage,
        case room_lines.kind
            when 'kpi' then coalesce(room_values.measured_share, site_values.measured_share)
            when 'water' then water_sums.measured_share
            when 'potable_water' then water_sums.measured_share
        end as measured_share,
        case room_lines.kind
            when 'kpi' then coalesce(room_values.reason, site_values.reason)
            when 'water' then water_sums.reason
        end as reason,
        case
            when room_lines.kind in ('fact', 'mean_fact')
                then 'config/rooms.csv ' || room_lines.asked
            when room_lines.kind = 'kpi' then 'kpi_values ' || room_lines.asked
            when room_lines.kind = 'pue' then 'config/meters.csv feeds and IT of the room'
            when room_lines.kind = 'generator' then 'config/meters.csv role fuel or generator'
            when room_lines.kind = 'water'
                then 'kpi_values wue; config/rooms.csv dry_cooling, potable_water'
            when room_lines.kind = 'potable_water'
                then 'kpi_values wue; config/rooms.csv dry_cooling, potable_water'
            when room_lines.asked = 'pv' then 'config/meters.csv role pv'
            when room_lines.kind = 'renewable' then 'config/energy-contracts.csv'
        end as evidence,
        held_facts.valid_from as since,
        held_facts.document,
        held_facts.documented_on,
        fact_means.room_id is not null as is_partly_recorded,
        (room_lines.asked = 'dc_energy_total' or room_lines.kind = 'pue')
            and shared.value = 'yes' as is_shared,
        coalesce(every_renewable.is_least, false) as is_least,
        room_sizes.duty,
        room_lines.valid_from,
        room_lines.valid_to,
        room_lines.source,
        room_lines.grade
    from room_lines
    cross join settings
    inner join room_sizes using (room_id)
    left join held_facts
        on room_lines.kind in ('fact', 'mean_fact')
        and held_facts.room_id = room_lines.room_id
        and held_facts.fact = room_lines.asked
    left join held_facts as basis
        on basis.room_id = room_lines.room_id
        and basis.fact = 'installed_it_power_basis'
    left join held_facts as potable
        on potable.room_id = room_lines.room_id
        and potable.fact = 'potable_water'
    left join held_facts as shared
        on shared.room_id = room_lines.room_id
        and shared.fact = 'shared_building'
    left join fact_means
        on room_lines.kind = 'mean_fact'
        and fact_means.room_id = room_lines.room_id
        and fact_means.fact = room_lines.asked
    left join year_values as room_values
        on room_lines.kind = 'kpi'
        and room_values.scope_kind = 'room'
        and room_values.scope_id = room_lines.room_id
        and room_values.kpi_id = room_lines.asked
    left join year_values as site_values
        on room_lines.kind = 'kpi'
        and room_values.kpi_id is null
        and site_values.scope_kind = 'site'
        and site_values.scope_id = room_lines.site_id
        and site_values.kpi_id = room_lines.asked
    left join it_categories
        on it_categories.room_id = room_lines.room_id
    left join pue_sums
        on pue_sums.room_id = room_lines.room_id
    left join generator_sums
        on generator_sums.room_id = room_lines.room_id
    left join water_sums
        on water_sums.room_id = room_lines.room_id
    left join every_renewable
        on room_lines.kind = 'renewable'
        and every_renewable.room_id = room_lines.room_id
        and every_renewable.asked = room_lines.asked
)
select
    month,
    site_id,
    room_id,
    line,
    code,
    title_en,
    title_nl,
    title_fr,
    value,
    round(number, 6) as number,
    unit,
    category,
    round(coverage, 6) as coverage,
    round(measured_share, 6) as measured_share,
    is_whole_year,
    case
        when kind = 'about' and is_whole_year then 'sheet.eed_data_centre.' || duty
        when kind = 'about'
            then 'sheet.eed_data_centre.' || duty || ' sheet.note.year_not_over'
        when value is null and number is null and reason is not null then 'reason.' || reason
        when value is null and number is null and is_partly_recorded
            then 'sheet.note.partly_recorded'
        when value is null and number is null and kind in ('fact', 'mean_fact')
            then 'sheet.note.not_recorded'
        when value is null and number is null then 'sheet.note.not_known'
        when is_least then 'sheet.note.at_least'
        when is_shared then 'sheet.note.shared_building'
    end as note_text,
    evidence,
    since,
    document,
    documented_on,
    valid_from,
    valid_to,
    source,
    grade
from found_lines
