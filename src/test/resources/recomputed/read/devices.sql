-- The asset register on the last day of each month, without rows that name a day that no calendar
-- has or a status that nobody explained. Raw: its exports.
select
    substr(regexp_extract(filename, '\d{4}-\d{2}-\d{2}'), 1, 7) as month,
    cast(regexp_extract(filename, '\d{4}-\d{2}-\d{2}') as date) as observed_on,
    Inventarisnummer as device,
    case Categorie
        when 'Beeldscherm' then 'monitor'
        when 'Multifunctional' then 'mfp'
        when 'Thin client' then 'thin_client'
        when 'Netwerk' then 'network'
        else lower(Categorie)
    end as category,
    Serienummer as serial,
    Status as status,
    Lokaal as room,
    case Afdeling when 'Financiën' then 'financien' else lower(Afdeling) end as department,
    try_strptime("In gebruik sinds", '%d/%m/%Y') as first_used_on,
    try_strptime(Aankoopdatum, '%d/%m/%Y') as purchased_on
from read_csv(
    'sample-data/assets/*.csv.gz',
    delim = ';', header = true, all_varchar = true, filename = true, encoding = 'latin-1'
)
where ("In gebruik sinds" is null or try_strptime("In gebruik sinds", '%d/%m/%Y') is not null)
    and (Aankoopdatum is null or try_strptime(Aankoopdatum, '%d/%m/%Y') is not null)
    and (
        Status is null
        or Status in ('Besteld', 'Voorraad', 'In gebruik', 'In herstelling', 'Afgevoerd')
    )
