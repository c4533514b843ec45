module meridian.lab/pause

go 1.26
