-- title.en: Power usage effectiveness (annual)
-- title.nl: Power usage effectiveness (jaarwaarde)
-- title.fr: Indicateur d'efficacité énergétique PUE (annuel)
-- unit: kWh/kWh
-- decimals: 2
-- better: lower
-- grain: room
-- formula: PUE = Σ EDC / Σ EIT over the paired hours of 12 consecutive months
-- numerator.en: Total server-room energy, 12 months
-- numerator.nl: Totaal energieverbruik serverruimte, 12 maanden
-- numerator.fr: Consommation totale de la salle serveurs, 12 mois
-- numerator-unit: kWh
-- denominator.en: IT equipment energy, 12 months
-- denominator.nl: Energieverbruik IT-apparatuur, 12 maanden
-- denominator.fr: Consommation des équipements informatiques, 12 mois
-- denominator-unit: kWh
-- over-time: none
-- over-scope: ratio
-- gap: keep
-- minimum-coverage: 0.95
-- above: 1
-- source: ISO/IEC 30134-2; EN 50600-4-2; Regulation (EU) 2024/1364 Annex III (a)
-- frames: EED, ISO 50001
with covered_months as (
    select
        int_room_months.room_id,
        int_room_months.paired_hour_count,
        int_room_months.paired_edc_wh,
        int_room_months.paired_it_wh,
        int_room_months.paired_measured_wh
    from int_room_months
    cross join settings
    where int_room_months.paired_hour_count
        >= settings.minimum_coverage * int_room_months.hour_count
),
metered_rooms as (
    select
        int_room_months.room_id
    from int_room_months
    inner join period
        on period.month = int_room_months.month
    where int_room_months.has_edc_meter
        and int_room_months.has_it_meter
),
room_years as (
    select
        metered_rooms.room_id,
        count(covered_months.room_id) as month_count,
        sum(covered_months.paired_hour_count) as paired_hour_count,
        sum(covered_months.paired_edc_wh) as paired_edc_wh,
        sum(covered_months.paired_it_wh) as paired_it_wh,
        sum(covered_months.paired_measured_wh) as paired_measured_wh
    from metered_rooms
    left join covered_months
        on covered_months.room_id = metered_rooms.room_id
    group by metered_rooms.room_id
)
select
    period.month,
    'room' as scope_kind,
    room_years.room_id as scope_id,
    cast(room_years.paired_edc_wh / 1000 as decimal(18, 6)) as numerator,
    cast(room_years.paired_it_wh / 1000 as decimal(18, 6)) as denominator,
    case
        when room_years.month_count = 0 then 0
        else cast(room_years.paired_hour_count as double) * 3600000000
            / nullif(
                micros_between(
                    start_of_day(add_months(period.first_on, -11)), period.ended_at
                ), 0
            )
    end as coverage,
    cast(room_years.paired_measured_wh as double)
    / nullif(
        cast(room_years.paired_edc_wh + room_years.paired_it_wh as double), 0
    ) as measured_share
from room_years
cross join period
