-- of: year
-- What article 5.15a of the Dutch Besluit activiteiten leefomgeving asks for, in its order, for
-- each site: an annex to copy from. Whether a site is in the Netherlands, its organisation knows.
-- What is measured of a site is at least what it uses: that can tell that the site is not exempt,
-- but only a whole year of all its electricity and fuel can tell that it is. A site without a meter
-- of its feeds counts what its rooms used. Measures of the organisation as a whole are none of a
-- site.
-- grain: one row per site_id and line, and one more per measure of lines (b), (c) and (d)
with sites as (
    select site_id
    from int_room_facts
    where site_id is not null
    union
    select site_id
    from meters
    where site_id is not null
        and role in ('site_total', 'room_total', 'it', 'ups_in', 'ups_out', 'rack', 'cooling')
),
year_bounds as (
    select
        period.month,
        period.last_on,
        month(period.last_on) = 12 as is_whole_year,
        micros_between(
            start_of_day(cast(substr(period.month, 1, 4) || '-01-01' as date)), period.ended_at
        ) / 3600000000 as hour_count
    from period
),
site_lines as (
    select
        year_bounds.month,
        year_bounds.is_whole_year,
        sites.site_id,
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
        sheet_lines.grade
    from year_bounds
    cross join sites
    inner join sheet_lines
        on sheet_lines.sheet_id = 'energy_saving_duty'
        and sheet_lines.valid_from <= year_bounds.last_on
        and (sheet_lines.valid_to is null or sheet_lines.valid_to >= year_bounds.last_on)
),
bounds as (
    select
        max(case when threshold = 'eml_duty_electricity' then value end) as duty_kwh,
        max(case when threshold = 'eml_duty_gas' then value end) as duty_m3,
        max(case when threshold = 'eml_research_electricity' then value end) as research_kwh,
        max(case when threshold = 'eml_research_gas' then value end) as research_m3
    from int_thresholds
),
room_sums as (
    select
        int_room_sites.site_id,
        cast(sum(exact(int_place_years.electricity_kwh)) as double) as electricity_kwh,
        cast(sum(exact(int_place_years.fuel_m3)) as double) as fuel_m3
    from int_place_years
    inner join int_room_sites
        on int_room_sites.room_id = int_place_years.place_id
    where int_place_years.boundary = 'edc'
    group by int_room_sites.site_id
),
site_energies as (
    select
        sites.site_id,
        coalesce(whole_sums.electricity_kwh, room_sums.electricity_kwh) as electricity_kwh,
        greatest(whole_sums.electricity_kwh, room_sums.electricity_kwh) as least_kwh,
        case
            when whole_sums.electricity_kwh is not null
                then whole_sums.electricity_hour_count / nullif(year_bounds.hour_count, 0)
        end as electricity_coverage,
        coalesce(whole_sums.fuel_m3, room_sums.fuel_m3) as fuel_m3,
        greatest(whole_sums.fuel_m3, room_sums.fuel_m3) as least_m3,
        case
            when whole_sums.fuel_m3 is not null
                then whole_sums.fuel_hour_count / nullif(year_bounds.hour_count, 0)
        end as fuel_coverage,
        coalesce(
            year_bounds.is_whole_year
            and whole_sums.electricity_hour_count = year_bounds.hour_count
            and whole_sums.fuel_hour_count = year_bounds.hour_count, false
        ) as is_all_known
    from sites
    cross join year_bounds
    left join int_place_years as whole_sums
        on whole_sums.boundary = 'site'
        and whole_sums.place_id = sites.site_id
    left join room_sums
        on room_sums.site_id = sites.site_id
),
judged_sites as (
    select
        site_energies.site_id,
        case
            when site_energies.least_kwh >= bounds.duty_kwh
                or site_energies.least_m3 >= bounds.duty_m3
                then 'no'
            when site_energies.is_all_known
                and site_energies.least_kwh < bounds.duty_kwh
                and site_energies.least_m3 < bounds.duty_m3
                then 'yes'
            else 'unknown'
        end as is_exempt,
        case
            when site_energies.least_kwh > bounds.research_kwh
                or site_energies.least_m3 > bounds.research_m3
                then 'yes'
            when site_energies.is_all_known
                and site_energies.least_kwh <= bounds.research_kwh
                and site_energies.least_m3 <= bounds.research_m3
                then 'no'
            else 'unknown'
        end as has_research
    from site_energies
    cross join bounds
),
told_measures as (
    select
        site_id,
        room_id,
        code as measure,
        title_en,
        title_nl,
        title_fr,
        applies is not null as is_in_force,
        case
            when taken = 'yes' then 'taken'
            when applies = 'no' then 'not_applicable'
            else 'open'
        end as kind,
        applies = 'unknown' or taken = 'unknown' as is_unknown,
        taken_since,
        unmet_text,
        document,
        documented_on
    from recognised_measures
),
measure_counts as (
    select
        site_id,
        sum(case when is_in_force then case when kind = 'taken' then 1 else 0 end end)
            as taken_count,
        sum(case when is_in_force then case when kind = 'not_applicable' then 1 else 0 end end)
            as not_applicable_count,
        sum(case when is_in_force then case when kind = 'open' then 1 else 0 end end)
            as open_count,
        sum(case when is_in_force then case when is_unknown then 1 else 0 end end)
            as unknown_count
    from told_measures
    group by site_id
),
scope_sites as (
    select
        'site' as scope_kind,
        site_id as scope_id,
        site_id
    from sites
    union
    select
        'room' as scope_kind,
        room_id as scope_id,
        site_id
    from int_room_sites
    union
    select
        'meter' as scope_kind,
        meter_id as scope_id,
        site_id
    from meters
    where site_id is not null
),
listed_measures as (
    -- The document of a measure shows that it was taken, or that the organisation has recorded why
    -- not; of a condition that a fact tells, config/rooms.csv has another one.
    select
        site_id,
        kind,
        room_id,
        measure,
        title_en,
        title_nl,
        title_fr,
        taken_since,
        unmet_text,
        case when kind = 'taken' or unmet_text = 'sheet.condition.recorded' then document end
            as document,
        case when kind = 'taken' or unmet_text = 'sheet.condition.recorded' then documented_on end
            as documented_on
    from told_measures
    where is_in_force
        and kind <> 'open'
    union all
    -- Other measures are asked for where recognised ones that may apply are not taken.
    select
        scope_sites.site_id,
        'other' as kind,
        case when measures.scope_kind = 'room' then measures.scope_id end as room_id,
        measures.measure_id as measure,
        measures.title_en,
        measures.title_nl,
        measures.title_fr,
        measures.started_on as taken_since,
        cast(null as string) as unmet_text,
        cast(null as string) as document,
        cast(null as date) as documented_on
    from measures
    inner join scope_sites
        on scope_sites.scope_kind = measures.scope_kind
        and scope_sites.scope_id = measures.scope_id
    inner join measure_counts
        on measure_counts.site_id = scope_sites.site_id
        and measure_counts.open_count > 0
    cross join period
    where measures.ended_on is null
        or measures.ended_on >= period.last_on
),
other_counts as (
    select
        site_id,
        count(*) as other_count
    from listed_measures
    where kind = 'other'
    group by site_id
),
answered_lines as (
    select
        site_lines.month,
        site_lines.site_id,
        site_lines.line,
        site_lines.code,
        site_lines.title_en,
        site_lines.title_nl,
        site_lines.title_fr,
        case site_lines.kind
            when 'about' then site_lines.asked
            when 'exempt' then judged_sites.is_exempt
            when 'research' then judged_sites.has_research
            when 'kvk' then organisation.kvk_number
        end as value,
        case site_lines.kind
            when 'electricity' then cast(site_energies.electricity_kwh as double)
            when 'gas' then site_energies.fuel_m3
            when 'taken' then measure_counts.taken_count
            when 'not_applicable' then measure_counts.not_applicable_count
            when 'other'
                then case
                    when measure_counts.open_count is not null
                        then coalesce(other_counts.other_count, 0)
                end
        end as number,
        case
            when site_lines.kind in ('taken', 'not_applicable', 'other') then 'measures'
            else site_lines.unit
        end as unit,
        case site_lines.kind
            when 'electricity' then site_energies.electricity_coverage
            when 'gas' then site_energies.fuel_coverage
        end as coverage,
        case
            when site_lines.kind = 'about' then null
            when site_lines.kind = 'kvk' and organisation.kvk_number is null
                then 'sheet.note.not_recorded'
            when site_lines.kind = 'exempt' and judged_sites.is_exempt = 'unknown'
                then 'sheet.note.not_known'
            when site_lines.kind = 'research' and judged_sites.has_research = 'unknown'
                then 'sheet.note.not_known'
            when site_lines.kind = 'electricity' and site_energies.electricity_kwh is null
                then 'sheet.note.not_known'
            when site_lines.kind = 'electricity' and site_energies.electricity_coverage is null
                then concat_ws(
                    ' ',
                    'sheet.energy_saving_duty.rooms_alone',
                    case when not site_lines.is_whole_year then 'sheet.note.year_not_over' end
                )
            when site_lines.kind = 'gas' and site_energies.fuel_m3 is null
                then 'sheet.note.not_known'
            when site_lines.kind = 'gas' and site_energies.fuel_coverage is null
                then concat_ws(
                    ' ',
                    'sheet.energy_saving_duty.rooms_alone',
                    case when not site_lines.is_whole_year then 'sheet.note.year_not_over' end
                )
            when site_lines.kind in ('electricity', 'gas') and not site_lines.is_whole_year
                then 'sheet.note.year_not_over'
            when site_lines.kind not in ('taken', 'not_applicable', 'other') then null
            when measure_counts.site_id is null then 'sheet.note.not_known'
            when measure_counts.open_count is null
                then 'sheet.recognised_measures.not_in_force'
            when site_lines.kind = 'other' and measure_counts.open_count = 0
                then 'sheet.energy_saving_duty.all_taken'
            when site_lines.kind = 'other' then 'sheet.energy_saving_duty.pays_back'
            when measure_counts.unknown_count > 0 then 'sheet.energy_saving_duty.some_unknown'
        end as note_text,
        case
            when site_lines.kind = 'kvk' and organisation.kvk_number is null
                then 'config/sheets.yaml kvk-number'
            when site_lines.kind = 'exempt' and judged_sites.is_exempt = 'unknown'
                then 'config/meters.csv role site_total; config/meters.csv role fuel'
            when site_lines.kind = 'research' and judged_sites.has_research = 'unknown'
                then 'config/meters.csv role site_total; config/meters.csv role fuel'
            when site_lines.kind = 'electricity' and site_energies.electricity_coverage is null
                then 'config/meters.csv role site_total'
            when site_lines.kind = 'gas' and site_energies.fuel_coverage is null
                then 'config/meters.csv role fuel'
            when site_lines.kind in ('taken', 'not_applicable') and measure_counts.unknown_count > 0
                then 'sheet recognised_measures'
            when site_lines.kind = 'other' and measure_counts.open_count > 0
                then 'config/measures.yaml'
        end as evidence,
        site_lines.valid_from,
        site_lines.valid_to,
        site_lines.source,
        site_lines.grade
    from site_lines
    cross join organisation
    inner join judged_sites
        on judged_sites.site_id = site_lines.site_id
    inner join site_energies
        on site_energies.site_id = site_lines.site_id
    left join measure_counts
        on measure_counts.site_id = site_lines.site_id
    left join other_counts
        on other_counts.site_id = site_lines.site_id
)
select
    month,
    site_id,
    line,
    code,
    cast(null as string) as room_id,
    cast(null as string) as measure,
    title_en,
    title_nl,
    title_fr,
    value,
    round(number, 6) as number,
    unit,
    round(coverage, 6) as coverage,
    cast(null as date) as taken_since,
    cast(null as string) as unmet_text,
    note_text,
    evidence,
    cast(null as string) as document,
    cast(null as date) as documented_on,
    valid_from,
    valid_to,
    source,
    grade
from answered_lines
union all
select
    site_lines.month,
    site_lines.site_id,
    site_lines.line,
    site_lines.code,
    listed_measures.room_id,
    listed_measures.measure,
    listed_measures.title_en,
    listed_measures.title_nl,
    listed_measures.title_fr,
    cast(null as string) as value,
    cast(null as double) as number,
    cast(null as string) as unit,
    cast(null as double) as coverage,
    listed_measures.taken_since,
    listed_measures.unmet_text,
    cast(null as string) as note_text,
    cast(null as string) as evidence,
    listed_measures.document,
    listed_measures.documented_on,
    site_lines.valid_from,
    site_lines.valid_to,
    site_lines.source,
    site_lines.grade
from site_lines
inner join listed_measures
    on listed_measures.site_id = site_lines.site_id
    and listed_measures.kind = site_lines.kind
