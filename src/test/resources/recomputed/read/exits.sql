-- What left, by the log of the store room. Raw: its files.
select
    strftime(cast(Datum as date), '%Y-%m') as month,
    case Klasse
        when 'Beeldscherm' then 'monitor'
        when 'Multifunctional' then 'mfp'
        when 'Thin client' then 'thin_client'
        when 'Netwerk' then 'network'
        else lower(Klasse)
    end as category,
    Toestel as device,
    cast(Datum as date) as left_on,
    cast("In gebruik sinds" as date) as first_used_on,
    cast(Kg as decimal(18, 6)) as kilograms,
    Bestemming as destination,
    Bruikbaar as fit
from read_csv('sample-data/disposals/*.tsv.gz', delim = '\t', header = true, all_varchar = true)
where Soort = 'afvoer'
