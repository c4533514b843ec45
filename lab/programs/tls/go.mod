module meridian.lab/tls

go 1.26
