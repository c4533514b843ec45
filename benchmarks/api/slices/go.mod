module meridian.example/benchmarks/api/slices

go 1.24
