-- Days at the office and at home, each way of travelling a row. Raw: the files of the personnel
-- department.
with told as (
    select *
    from read_csv('sample-data/workdays/*.csv.gz', delim = ';', header = true, all_varchar = true)
),
ways as (
    select Maand, Afdeling, 'car' as way, "Auto kantoor" as office, "Auto thuis" as home,
        "Auto uren thuis" as hours, "Auto km" as km from told
    union all
    select Maand, Afdeling, 'electric_car', "E-auto kantoor", "E-auto thuis",
        "E-auto uren thuis", "E-auto km" from told
    union all
    select Maand, Afdeling, 'bus', "Bus kantoor", "Bus thuis", "Bus uren thuis", "Bus km" from told
    union all
    select Maand, Afdeling, 'train', "Trein kantoor", "Trein thuis", "Trein uren thuis", "Trein km"
    from told
    union all
    select Maand, Afdeling, 'electric_bike', "E-fiets kantoor", "E-fiets thuis",
        "E-fiets uren thuis", "E-fiets km" from told
    union all
    select Maand, Afdeling, 'bike', "Fiets kantoor", "Fiets thuis", "Fiets uren thuis", "Fiets km"
    from told
)
select
    Maand as month,
    case Afdeling when 'Financiën' then 'financien' else lower(Afdeling) end as department,
    way,
    cast(replace(office, ',', '.') as decimal(18, 6)) as office_days,
    cast(replace(home, ',', '.') as decimal(18, 6)) as home_days,
    cast(replace(hours, ',', '.') as decimal(18, 6)) as home_hours,
    cast(replace(km, ',', '.') as decimal(18, 6)) as kilometres
from ways
