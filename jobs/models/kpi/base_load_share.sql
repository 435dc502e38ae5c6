-- title.en: Night base load
-- title.nl: Nachtelijke basislast
-- title.fr: Charge de base nocturne
-- unit: share
-- decimals: 3
-- better: lower
-- grain: room
-- formula: mean kW from 01:00 to 05:00 local time / mean kW of all hours, of the whole room
-- numerator.en: Mean power from 01:00 to 05:00
-- numerator.nl: Gemiddeld vermogen van 01.00 tot 05.00 uur
-- numerator.fr: Puissance moyenne de 01h00 à 05h00
-- numerator-unit: kW
-- denominator.en: Mean power of all hours
-- denominator.nl: Gemiddeld vermogen van alle uren
-- denominator.fr: Puissance moyenne de toutes les heures
-- denominator-unit: kW
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- source: own definition (grade P)
-- frames: ISO 50001
with room_hours as (
    -- Means over hours, not days, so a clock-change day has one hour more or less. Both are kW, so
    -- rooms and months add up. Coverage is the worse one of night and of all hours.
    select
        int_room_hours.month,
        int_room_hours.room_id,
        hour(local_time(int_room_hours.started_at)) in (1, 2, 3, 4) as is_night,
        int_room_hours.edc_wh,
        int_room_hours.edc_measured_wh
    from int_room_hours
    inner join period
        on period.month = int_room_hours.month
    where int_room_hours.has_edc_meter
),
period_nights as (
    select
        count(case when hour(local_time(started_at)) in (1, 2, 3, 4) then 1 end) as night_count,
        count(*) as hour_count
    from period_hours
),
room_sums as (
    select
        month,
        room_id,
        count(case when is_night then edc_wh end) as known_night_count,
        count(edc_wh) as known_hour_count,
        sum(case when is_night then edc_wh end) as night_wh,
        sum(edc_wh) as edc_wh,
        sum(edc_measured_wh) as edc_measured_wh
    from room_hours
    group by
        month,
        room_id
)
select
    room_sums.month,
    'room' as scope_kind,
    room_sums.room_id as scope_id,
    cast(
        room_sums.night_wh / 1000 / nullif(room_sums.known_night_count, 0) as decimal(18, 6)
    ) as numerator,
    cast(
        room_sums.edc_wh / 1000 / nullif(room_sums.known_hour_count, 0) as decimal(18, 6)
    ) as denominator,
    least(
        room_sums.known_night_count / nullif(period_nights.night_count, 0),
        room_sums.known_hour_count / nullif(period_nights.hour_count, 0)
    ) as coverage,
    cast(room_sums.edc_measured_wh as double)
    / nullif(cast(room_sums.edc_wh as double), 0) as measured_share
from room_sums
cross join period_nights
