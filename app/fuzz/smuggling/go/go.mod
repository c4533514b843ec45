module meridian.fuzz/seen

go 1.22
