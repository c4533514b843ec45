module meridian/benchmarks/api

go 1.22
