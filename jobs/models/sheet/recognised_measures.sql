-- of: year
-- The Dutch recognised measures for server rooms (FI1 to FI6) and data centres (PH1 to PH3) in each
-- room, on the last day of the computed month: whether each applies, whether it was taken, and what
-- it would save. A measure applies where all its conditions are met, and does not where one of them
-- is not; else it is unknown, which is never a no. What an inspector would have to judge, such as
-- whether the air outside is clean, only config/recognised-measures.csv can say. Before the list
-- holds, the lines stand without an answer.
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
list_lines as (
    select
        sheet_lines.code,
        sheet_lines.line,
        sheet_lines.title_en,
        sheet_lines.title_nl,
        sheet_lines.title_fr,
        sheet_lines.kind,
        sheet_lines.valid_from,
        sheet_lines.valid_to,
        sheet_lines.source,
        sheet_lines.grade,
        sheet_lines.valid_from <= period.last_on as is_in_force,
        row_number() over (
            partition by sheet_lines.code
            order by sheet_lines.valid_from
        ) as recency
    from sheet_lines
    cross join period
    where sheet_lines.sheet_id = 'recognised_measures'
        and (sheet_lines.valid_to is null or sheet_lines.valid_to >= period.last_on)
),
room_lines as (
    select
        period.month,
        rooms.site_id,
        rooms.room_id,
        list_lines.code,
        list_lines.line,
        list_lines.title_en,
        list_lines.title_nl,
        list_lines.title_fr,
        list_lines.kind,
        list_lines.valid_from,
        list_lines.valid_to,
        list_lines.source,
        list_lines.grade,
        list_lines.is_in_force
    from rooms
    cross join period
    inner join list_lines
        on list_lines.recency = 1
),
bounds as (
    select
        max(case when threshold = 'eml_installed_it_power' then value end) as least_kw,
        max(case when threshold = 'eml_cpu_mean' then value end) as most_cpu_share,
        max(case when threshold = 'eml_ups_load' then value end) as least_load,
        max(case when threshold = 'eml_cooling_cop' then value end) as most_cop,
        max(case when threshold = 'eml_inlet_set_point' then value end) as least_c
    from int_thresholds
),
room_records as (
    select
        room_id,
        max(case when fact = 'installed_it_power' then cast(number as double) end) as installed_kw,
        max(case when fact = 'cooling_cop' then cast(number as double) end) as cop,
        max(case when fact = 'inlet_set_point' then cast(number as double) end) as set_point_c,
        max(case when fact = 'server_capacity_above_need' then value end) as above_need,
        max(case when fact = 'delay_matters' then value end) as delay_matters,
        max(case when fact = 'compression_cooling' then value end) as compression,
        max(case when fact = 'wet_cooling' then value end) as wet,
        max(case when fact = 'direct_expansion_cooling' then value end) as direct_expansion,
        max(case when fact = 'outer_wall' then value end) as outer_wall,
        max(case when fact = 'air_mixes' then value end) as air_mixes,
        max(case when fact = 'variable_speed_fans' then value end) as variable_speed,
        max(case when fact = 'free_cooling' then value end) as free_cooling,
        max(case when fact = 'data_centre' then value end) as data_centre
    from int_room_facts
    group by room_id
),
placeless_servers as (
    select count(*) as row_count
    from int_server_months
    where room_id is null
        and is_in_use
),
server_sums as (
    select
        room_id,
        sum(server_count) as server_count,
        cast(sum(exact(cpu_share_sum)) as double) / nullif(sum(cpu_day_count), 0) as cpu_share,
        cast(sum(cpu_day_count) as double)
        / nullif(sum(server_count * expected_day_count), 0) as cpu_coverage
    from int_server_months
    where is_in_use
        and room_id is not null
    group by room_id
),
ups_meters as (
    -- A UPS is known by the meter of its input, or by that of an output without one.
    select
        meters.room_id,
        meters.meter_id,
        case when parents.role = 'ups_in' then parents.meter_id else meters.meter_id end as ups_id
    from meters
    cross join period
    left join meters as parents
        on parents.meter_id = meters.parent_meter_id
        and parents.valid_from <= period.last_on
        and (parents.valid_to is null or parents.valid_to >= period.last_on)
    where meters.room_id is not null
        and meters.valid_from <= period.last_on
        and (meters.valid_to is null or meters.valid_to >= period.last_on)
        and (meters.role in ('ups_in', 'ups_out') or parents.role = 'ups_in')
),
ups_loads as (
    select
        ups_meters.room_id,
        ups_meters.ups_id,
        cast(sum(case when kpi_values.value is not null then kpi_values.numerator end) as double)
        / nullif(
            sum(case when kpi_values.value is not null then kpi_values.denominator end), 0
        ) as load_share,
        min(kpi_values.coverage) as coverage
    from ups_meters
    cross join period
    left join kpi_values
        on kpi_values.month = period.month
        and kpi_values.period = 'year_to_date'
        and kpi_values.kpi_id = 'ups_load'
        and kpi_values.scope_kind = 'meter'
        and kpi_values.scope_id = ups_meters.meter_id
    group by
        ups_meters.room_id,
        ups_meters.ups_id
),
ups_sums as (
    select
        room_id,
        count(*) as ups_count,
        min(load_share) as least_load,
        min(coverage) as coverage
    from ups_loads
    group by room_id
),
found_savings as (
    select
        'FI1' as code,
        scope_id as room_id,
        kwh_low,
        kwh_high,
        eur_low,
        eur_high
    from idle_servers
    where outcome = 'found'
        and scope_kind = 'room'
    union all
    select
        'FI1' as code,
        scope_id as room_id,
        kwh_low,
        kwh_high,
        eur_low,
        eur_high
    from consolidate_servers
    where outcome = 'found'
        and scope_kind = 'room'
    union all
    select
        'FI2' as code,
        scope_id as room_id,
        kwh_low,
        kwh_high,
        eur_low,
        eur_high
    from server_power_management
    where outcome = 'found'
        and scope_kind = 'room'
    union all
    select
        'FI3' as code,
        ups_places.room_id,
        low_loaded_ups.kwh_low,
        low_loaded_ups.kwh_high,
        low_loaded_ups.eur_low,
        low_loaded_ups.eur_high
    from low_loaded_ups
    inner join (
        select
            ups_id,
            max(room_id) as room_id
        from ups_meters
        group by ups_id
    ) as ups_places
        on ups_places.ups_id = low_loaded_ups.scope_id
    where low_loaded_ups.outcome = 'found'
        and low_loaded_ups.scope_kind = 'meter'
    union all
    select
        'FI5' as code,
        scope_id as room_id,
        kwh_low,
        kwh_high,
        eur_low,
        eur_high
    from inefficient_cooling
    where outcome = 'found'
        and scope_kind = 'room'
    union all
    select
        'PH1' as code,
        scope_id as room_id,
        kwh_low,
        kwh_high,
        eur_low,
        eur_high
    from raise_set_point
    where outcome = 'found'
        and scope_kind = 'room'
),
saving_sums as (
    select
        code,
        room_id,
        cast(sum(kwh_low) as decimal(18, 6)) as kwh_low,
        cast(
            case when count(*) = count(kwh_high) then sum(kwh_high) end as decimal(18, 6)
        ) as kwh_high,
        cast(sum(eur_low) as decimal(18, 6)) as eur_low,
        cast(
            case when count(*) = count(eur_high) then sum(eur_high) end as decimal(18, 6)
        ) as eur_high
    from found_savings
    group by
        code,
        room_id
),
taken_rows as (
    -- What a fact says of the measure that it belongs to, in each of the times that it has held.
    select
        room_facts.room_id,
        case room_facts.fact
            when 'servers_virtualised' then 'FI1'
            when 'power_management' then 'FI2'
            when 'outside_air_damper' then 'FI4'
            when 'cooling_cop' then 'FI5'
            when 'air_mixes' then 'FI6'
            when 'inlet_set_point' then 'PH1'
            when 'variable_speed_fans' then 'PH2'
            when 'free_cooling' then 'PH3'
        end as code,
        case room_facts.fact
            when 'cooling_cop' then cast(room_facts.number as double) > bounds.most_cop
            when 'inlet_set_point' then cast(room_facts.number as double) >= bounds.least_c
            when 'air_mixes' then room_facts.value = 'no'
            else room_facts.value = 'yes'
        end as is_taken,
        room_facts.valid_from,
        coalesce(room_facts.valid_to, period.last_on) >= period.last_on as is_held,
        room_facts.document,
        room_facts.documented_on,
        row_number() over (
            partition by room_facts.room_id, room_facts.fact
            order by room_facts.valid_from desc
        ) as recency
    from room_facts
    cross join period
    cross join bounds
    where room_facts.valid_from <= period.last_on
),
former_rows as (
    select
        room_id,
        code,
        max(case when not is_taken then valid_from end) as last_untaken_on
    from taken_rows
    where code is not null
    group by
        room_id,
        code
),
told_facts as (
    -- Air that never mixed and a machine that always was efficient are no measures that were taken.
    select
        taken_rows.room_id,
        taken_rows.code,
        max(case when taken_rows.recency = 1 then taken_rows.is_taken end) as is_taken,
        max(former_rows.last_untaken_on) is not null as was_untaken,
        min(
            case
                when taken_rows.is_taken
                    and (
                        former_rows.last_untaken_on is null
                        or taken_rows.valid_from > former_rows.last_untaken_on
                    )
                    then taken_rows.valid_from
            end
        ) as taken_since,
        max(case when taken_rows.recency = 1 then taken_rows.document end) as document,
        max(case when taken_rows.recency = 1 then taken_rows.documented_on end) as documented_on
    from taken_rows
    inner join former_rows
        on former_rows.room_id = taken_rows.room_id
        and former_rows.code = taken_rows.code
    group by
        taken_rows.room_id,
        taken_rows.code
    having max(case when taken_rows.recency = 1 and taken_rows.is_held then 1 end) = 1
),
held_records as (
    select
        recorded_measures.room_id,
        recorded_measures.measure as code,
        recorded_measures.applies,
        recorded_measures.is_taken,
        recorded_measures.valid_from,
        recorded_measures.document,
        recorded_measures.documented_on
    from recorded_measures
    cross join period
    where recorded_measures.valid_from <= period.last_on
        and (recorded_measures.valid_to is null or recorded_measures.valid_to >= period.last_on)
),
room_states as (
    select
        rooms.room_id,
        room_records.installed_kw >= bounds.least_kw as has_power,
        case
            when server_sums.server_count >= 2 then true
            when server_sums.server_count = 1 and placeless_servers.row_count = 0 then false
        end as has_servers,
        case
            when room_records.above_need is not null then room_records.above_need = 'yes'
            when spare_servers.code is not null then true
        end as is_above_need,
        case
            when server_sums.cpu_coverage >= settings.minimum_coverage
                then server_sums.cpu_share < bounds.most_cpu_share
        end as is_idle_enough,
        room_records.delay_matters = 'no' as is_patient,
        case when ups_sums.ups_count >= 2 then true end as has_several_ups,
        -- A UPS without a meter may be another one, and have less load.
        case when ups_sums.least_load < bounds.least_load then true end as has_low_ups,
        room_records.compression = 'yes' as has_compression,
        room_records.outer_wall = 'yes' as has_outer_wall,
        room_records.direct_expansion = 'yes' as has_direct_expansion,
        room_records.cop <= bounds.most_cop as has_low_cop,
        room_records.air_mixes = 'yes' as does_mix,
        room_records.data_centre = 'yes' as is_data_centre,
        room_records.compression = 'yes' or room_records.wet = 'yes' as is_cooled_by_work,
        room_records.installed_kw,
        server_sums.server_count,
        case
            when server_sums.cpu_coverage >= settings.minimum_coverage then server_sums.cpu_share
        end as cpu_share,
        server_sums.cpu_coverage,
        ups_sums.least_load,
        ups_sums.coverage as ups_coverage,
        room_records.cop,
        room_records.set_point_c
    from rooms
    cross join bounds
    cross join settings
    cross join placeless_servers
    left join room_records
        on room_records.room_id = rooms.room_id
    left join server_sums
        on server_sums.room_id = rooms.room_id
    left join ups_sums
        on ups_sums.room_id = rooms.room_id
    left join saving_sums as spare_servers
        on spare_servers.room_id = rooms.room_id
        and spare_servers.code = 'FI1'
),
conditions as (
    select
        room_id,
        'FI1' as code,
        1 as position,
        'installed_power' as condition,
        has_power as is_met,
        'config/rooms.csv installed_it_power' as evidence
    from room_states
    union all
    select
        room_id,
        'FI1' as code,
        2 as position,
        'several_servers' as condition,
        has_servers as is_met,
        'devices with room_id and category server' as evidence
    from room_states
    union all
    select
        room_id,
        'FI1' as code,
        3 as position,
        'capacity_above_need' as condition,
        is_above_need as is_met,
        'config/rooms.csv server_capacity_above_need' as evidence
    from room_states
    union all
    select
        room_id,
        'FI1' as code,
        4 as position,
        'peaks_are_met' as condition,
        cast(null as boolean) as is_met,
        'config/recognised-measures.csv' as evidence
    from room_states
    union all
    select
        room_id,
        'FI2' as code,
        1 as position,
        'installed_power' as condition,
        has_power as is_met,
        'config/rooms.csv installed_it_power' as evidence
    from room_states
    union all
    select
        room_id,
        'FI2' as code,
        2 as position,
        'processor_load' as condition,
        is_idle_enough as is_met,
        'servers cpu_share' as evidence
    from room_states
    union all
    select
        room_id,
        'FI2' as code,
        3 as position,
        'delay_is_no_matter' as condition,
        is_patient as is_met,
        'config/rooms.csv delay_matters' as evidence
    from room_states
    union all
    select
        room_id,
        'FI3' as code,
        1 as position,
        'installed_power' as condition,
        has_power as is_met,
        'config/rooms.csv installed_it_power' as evidence
    from room_states
    union all
    select
        room_id,
        'FI3' as code,
        2 as position,
        'several_ups' as condition,
        has_several_ups as is_met,
        'config/meters.csv role ups_in' as evidence
    from room_states
    union all
    select
        room_id,
        'FI3' as code,
        3 as position,
        'low_loaded_ups' as condition,
        has_low_ups as is_met,
        'config/ups.csv rated_kw' as evidence
    from room_states
    union all
    select
        room_id,
        'FI3' as code,
        4 as position,
        'redundancy_is_kept' as condition,
        cast(null as boolean) as is_met,
        'config/recognised-measures.csv' as evidence
    from room_states
    union all
    select
        room_id,
        'FI4' as code,
        1 as position,
        'installed_power' as condition,
        has_power as is_met,
        'config/rooms.csv installed_it_power' as evidence
    from room_states
    union all
    select
        room_id,
        'FI4' as code,
        2 as position,
        'compression_cooling' as condition,
        has_compression as is_met,
        'config/rooms.csv compression_cooling' as evidence
    from room_states
    union all
    select
        room_id,
        'FI4' as code,
        3 as position,
        'outer_wall' as condition,
        has_outer_wall as is_met,
        'config/rooms.csv outer_wall' as evidence
    from room_states
    union all
    select
        room_id,
        'FI4' as code,
        4 as position,
        'clean_air' as condition,
        cast(null as boolean) as is_met,
        'config/recognised-measures.csv' as evidence
    from room_states
    union all
    select
        room_id,
        'FI5' as code,
        1 as position,
        'installed_power' as condition,
        has_power as is_met,
        'config/rooms.csv installed_it_power' as evidence
    from room_states
    union all
    select
        room_id,
        'FI5' as code,
        2 as position,
        'direct_expansion' as condition,
        has_direct_expansion as is_met,
        'config/rooms.csv direct_expansion_cooling' as evidence
    from room_states
    union all
    select
        room_id,
        'FI5' as code,
        3 as position,
        'low_cop' as condition,
        has_low_cop as is_met,
        'config/rooms.csv cooling_cop' as evidence
    from room_states
    union all
    select
        room_id,
        'FI6' as code,
        1 as position,
        'air_mixes' as condition,
        does_mix as is_met,
        'config/rooms.csv air_mixes' as evidence
    from room_states
    union all
    select
        room_id,
        'PH1' as code,
        1 as position,
        'data_centre' as condition,
        is_data_centre as is_met,
        'config/rooms.csv data_centre' as evidence
    from room_states
    union all
    select
        room_id,
        'PH1' as code,
        2 as position,
        'compression_or_wet_cooling' as condition,
        is_cooled_by_work as is_met,
        'config/rooms.csv compression_cooling, wet_cooling' as evidence
    from room_states
    union all
    select
        room_id,
        'PH2' as code,
        1 as position,
        'data_centre' as condition,
        is_data_centre as is_met,
        'config/rooms.csv data_centre' as evidence
    from room_states
    union all
    select
        room_id,
        'PH2' as code,
        2 as position,
        'speed_can_vary' as condition,
        cast(null as boolean) as is_met,
        'config/recognised-measures.csv' as evidence
    from room_states
    union all
    select
        room_id,
        'PH3' as code,
        1 as position,
        'data_centre' as condition,
        is_data_centre as is_met,
        'config/rooms.csv data_centre' as evidence
    from room_states
    union all
    select
        room_id,
        'PH3' as code,
        2 as position,
        'compression_cooling' as condition,
        has_compression as is_met,
        'config/rooms.csv compression_cooling' as evidence
    from room_states
    union all
    select
        room_id,
        'PH3' as code,
        3 as position,
        'roof_carries' as condition,
        cast(null as boolean) as is_met,
        'config/recognised-measures.csv' as evidence
    from room_states
),
answered_conditions as (
    -- What was so before a measure was taken, the measure itself has ended; and what could be taken
    -- had nothing in its way.
    select
        conditions.room_id,
        conditions.code,
        conditions.position,
        conditions.evidence,
        'sheet.condition.' || conditions.condition as condition_text,
        case
            when conditions.condition in ('capacity_above_need', 'low_cop', 'air_mixes')
                and told_facts.is_taken
                and told_facts.was_untaken
                then true
            when conditions.evidence = 'config/recognised-measures.csv'
                and coalesce(held_records.is_taken, told_facts.is_taken)
                then true
            else conditions.is_met
        end as is_met
    from conditions
    left join told_facts
        on told_facts.room_id = conditions.room_id
        and told_facts.code = conditions.code
    left join held_records
        on held_records.room_id = conditions.room_id
        and held_records.code = conditions.code
),
condition_sums as (
    select
        room_id,
        code,
        case
            when count(case when not is_met then 1 end) > 0 then false
            when count(is_met) = count(*) then true
        end as is_met,
        nullif(
            concat_ws(
                ' ',
                max(case when position = 1 and not is_met then condition_text end),
                max(case when position = 2 and not is_met then condition_text end),
                max(case when position = 3 and not is_met then condition_text end),
                max(case when position = 4 and not is_met then condition_text end)
            ), ''
        ) as unmet_text,
        nullif(
            concat_ws(
                ' ',
                max(case when position = 1 and is_met is null then condition_text end),
                max(case when position = 2 and is_met is null then condition_text end),
                max(case when position = 3 and is_met is null then condition_text end),
                max(case when position = 4 and is_met is null then condition_text end)
            ), ''
        ) as unknown_text,
        nullif(
            concat_ws(
                '; ',
                max(case when position = 1 and is_met is null then evidence end),
                max(case when position = 2 and is_met is null then evidence end),
                max(case when position = 3 and is_met is null then evidence end),
                max(case when position = 4 and is_met is null then evidence end)
            ), ''
        ) as evidence
    from answered_conditions
    group by
        room_id,
        code
),
judged_lines as (
    select
        room_lines.month,
        room_lines.site_id,
        room_lines.room_id,
        room_lines.line,
        room_lines.code,
        room_lines.title_en,
        room_lines.title_nl,
        room_lines.title_fr,
        room_lines.kind,
        room_lines.is_in_force,
        coalesce(held_records.applies, condition_sums.is_met) as does_apply,
        held_records.applies is not null as is_recorded,
        condition_sums.unmet_text,
        condition_sums.unknown_text,
        condition_sums.evidence as unknown_evidence,
        case
            when held_records.is_taken is not null then held_records.is_taken
            when room_lines.code = 'FI3' and room_states.has_several_ups and room_states.has_low_ups
                then false
            when room_lines.code = 'FI1' and told_facts.is_taken and room_states.is_above_need
                then null
            when room_lines.code in ('FI5', 'FI6')
                and told_facts.is_taken
                and not told_facts.was_untaken
                then null
            else told_facts.is_taken
        end as is_taken,
        case
            when held_records.is_taken then held_records.valid_from
            when held_records.is_taken is null then told_facts.taken_since
        end as taken_since,
        case room_lines.code
            when 'FI1' then 'sheet.fact.servers'
            when 'FI2' then 'finding.fact.cpu_load'
            when 'FI3' then 'sheet.fact.least_ups_load'
            when 'FI4' then 'sheet.fact.installed_it_power'
            when 'FI5' then 'sheet.fact.cooling_cop'
            when 'FI6' then 'finding.fact.inlet_spread'
            when 'PH1' then 'sheet.fact.inlet_set_point'
        end as fact_text,
        case room_lines.code
            when 'FI1' then cast(room_states.server_count as double)
            when 'FI2' then room_states.cpu_share
            when 'FI3' then room_states.least_load
            when 'FI4' then room_states.installed_kw
            when 'FI5' then room_states.cop
            when 'FI6' then cast(mixed_air.value_1 as double)
            when 'PH1' then room_states.set_point_c
        end as number,
        case room_lines.code
            when 'FI1' then 'servers'
            when 'FI2' then 'share'
            when 'FI3' then 'share'
            when 'FI4' then 'kW'
            when 'FI5' then 'kWh/kWh'
            when 'FI6' then 'K'
            when 'PH1' then '°C'
        end as unit,
        case room_lines.code
            when 'FI2' then room_states.cpu_coverage
            when 'FI3' then room_states.ups_coverage
            when 'FI6' then mixed_air.coverage
        end as coverage,
        case room_lines.code
            when 'FI1' then 'config/rooms.csv servers_virtualised'
            when 'FI2' then 'config/rooms.csv power_management'
            when 'FI3' then 'config/recognised-measures.csv'
            when 'FI4' then 'config/rooms.csv outside_air_damper'
            when 'FI5' then 'config/rooms.csv cooling_cop'
            when 'FI6' then 'config/rooms.csv air_mixes'
            when 'PH1' then 'config/rooms.csv inlet_set_point'
            when 'PH2' then 'config/rooms.csv variable_speed_fans'
            when 'PH3' then 'config/rooms.csv free_cooling'
        end as taken_evidence,
        saving_sums.kwh_low,
        saving_sums.kwh_high,
        saving_sums.eur_low,
        saving_sums.eur_high,
        case
            when held_records.is_taken is not null or held_records.document is not null
                then held_records.document
            else told_facts.document
        end as document,
        case
            when held_records.is_taken is not null or held_records.document is not null
                then held_records.documented_on
            else told_facts.documented_on
        end as documented_on,
        room_lines.valid_from,
        room_lines.valid_to,
        room_lines.source,
        room_lines.grade
    from room_lines
    inner join room_states
        on room_states.room_id = room_lines.room_id
    left join condition_sums
        on condition_sums.room_id = room_lines.room_id
        and condition_sums.code = room_lines.code
    left join told_facts
        on told_facts.room_id = room_lines.room_id
        and told_facts.code = room_lines.code
    left join held_records
        on held_records.room_id = room_lines.room_id
        and held_records.code = room_lines.code
    left join saving_sums
        on saving_sums.room_id = room_lines.room_id
        and saving_sums.code = room_lines.code
    left join mixed_air
        on mixed_air.scope_kind = 'room'
        and mixed_air.scope_id = room_lines.room_id
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
    case
        when not is_in_force then null
        when does_apply then 'yes'
        when not does_apply then 'no'
        else 'unknown'
    end as applies,
    case
        when is_in_force and not does_apply
            then case when is_recorded then 'sheet.condition.recorded' else unmet_text end
    end as unmet_text,
    case when is_in_force and does_apply is null then unknown_text end as unknown_text,
    case
        when not is_in_force then null
        when is_taken then 'yes'
        when not does_apply then null
        when not is_taken then 'no'
        else 'unknown'
    end as taken,
    case when is_in_force and is_taken then taken_since end as taken_since,
    kind as moment,
    case when number is not null then fact_text end as fact_text,
    round(number, 6) as number,
    case when number is not null then unit end as unit,
    round(coverage, 6) as coverage,
    case when is_in_force and coalesce(does_apply, true) and not coalesce(is_taken, false)
        then kwh_low end as kwh_low,
    case when is_in_force and coalesce(does_apply, true) and not coalesce(is_taken, false)
        then kwh_high end as kwh_high,
    case when is_in_force and coalesce(does_apply, true) and not coalesce(is_taken, false)
        then eur_low end as eur_low,
    case when is_in_force and coalesce(does_apply, true) and not coalesce(is_taken, false)
        then eur_high end as eur_high,
    case
        when not is_in_force then 'sheet.recognised_measures.not_in_force'
        when does_apply is null or (does_apply and is_taken is null) then 'sheet.note.not_known'
        when does_apply and not is_taken then 'sheet.recognised_measures.' || kind
    end as note_text,
    case
        when is_in_force and coalesce(does_apply, true)
            then nullif(
                concat_ws(
                    '; ',
                    case when does_apply is null then unknown_evidence end,
                    case
                        when is_taken is null
                            and (
                                does_apply
                                or unknown_evidence not like '%' || taken_evidence || '%'
                            )
                            then taken_evidence
                    end
                ), ''
            )
    end as evidence,
    document,
    documented_on,
    valid_from,
    valid_to,
    source,
    grade
from judged_lines
