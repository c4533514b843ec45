// The routes of the API on Go's standard library, to measure the API against.
//
// With -observe it also keeps the same metrics and writes the same log line per request, so that both programs do the
// same work; without it, it is the bare server. It has no websocket (the standard library has none).
package main

import (
	"bufio"
	"crypto/tls"
	"encoding/json"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const pattern = "-ABCDEFGHIJKLMNOPQRSTUVWXYZ"

var (
	hostname, _ = os.Hostname()
	addresses   = interfaceAddresses()
	name        string
	block       = []byte(strings.Repeat(pattern, 64*1024/len(pattern)+2))
	bounds      = []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30}
)

func interfaceAddresses() []string {
	var found []string
	interfaces, _ := net.Interfaces()
	for _, i := range interfaces {
		list, _ := i.Addrs()
		for _, address := range list {
			if network, ok := address.(*net.IPNet); ok {
				found = append(found, network.IP.String())
			}
		}
	}
	return found
}

func echoRequest(w http.ResponseWriter, r *http.Request) {
	if wait, err := time.ParseDuration(r.URL.Query().Get("wait")); err == nil {
		time.Sleep(min(wait, 15*time.Second))
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if name != "" {
		fmt.Fprintf(w, "Name: %s\n", name)
	}
	fmt.Fprintf(w, "Hostname: %s\n", hostname)
	for _, address := range addresses {
		fmt.Fprintf(w, "IP: %s\n", address)
	}
	fmt.Fprintf(w, "RemoteAddr: %s\n", r.RemoteAddr)
	r.Write(w)
}

func describeRequest(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	json.NewEncoder(w).Encode(struct {
		Hostname string      `json:"hostname,omitempty"`
		IP       []string    `json:"ip,omitempty"`
		Headers  http.Header `json:"headers,omitempty"`
		URL      string      `json:"url,omitempty"`
		Host     string      `json:"host,omitempty"`
		Method   string      `json:"method,omitempty"`
		Name     string      `json:"name,omitempty"`
	}{hostname, addresses, r.Header, r.URL.RequestURI(), r.Host, r.Method, name})
}

func data(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	size, err := strconv.ParseInt(query.Get("size"), 10, 64)
	if err != nil {
		size = 1
	}
	units := map[string]int64{"kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30, "tb": 1 << 40}
	if unit, ok := units[strings.ToLower(query.Get("unit"))]; ok {
		size *= unit
	}
	if size > 1<<30 {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	size = max(size, 0)
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Content-Length", strconv.FormatInt(size, 10))
	for position := int64(0); position < size; {
		offset := position % int64(len(pattern))
		length := min(64*1024, size-position)
		chunk := block[offset : offset+length]
		if position == 0 || position+length == size {
			chunk = append([]byte(nil), chunk...)
			if position == 0 {
				chunk[0] = '|'
			}
			if position+length == size {
				chunk[length-1] = '|'
			}
		}
		if _, err := w.Write(chunk); err != nil {
			return
		}
		position += length
	}
}

// series holds the counts of one route.
type series struct {
	mu      sync.Mutex
	counts  map[[2]string]uint64
	buckets [16]uint64
	sum     float64
}

type recorder struct {
	http.ResponseWriter
	status int
	bytes  int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(content []byte) (int, error) {
	written, err := r.ResponseWriter.Write(content)
	r.bytes += written
	return written, err
}

var (
	inFlight atomic.Int64
	routes   = map[string]*series{}
)

func observe(path string, next http.HandlerFunc, logger *slog.Logger) http.HandlerFunc {
	s := &series{counts: map[[2]string]uint64{}}
	routes[path] = s
	return func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		inFlight.Add(1)
		rec := &recorder{w, http.StatusOK, 0}
		next(rec, r)
		inFlight.Add(-1)
		elapsed := time.Since(started)
		seconds := elapsed.Seconds()
		s.mu.Lock()
		s.counts[[2]string{r.Method, strconv.Itoa(rec.status)}]++
		bucket := 0
		for bucket < len(bounds) && seconds > bounds[bucket] {
			bucket++
		}
		s.buckets[bucket]++
		s.sum += seconds
		s.mu.Unlock()
		client, _, _ := net.SplitHostPort(r.RemoteAddr)
		logger.LogAttrs(r.Context(), slog.LevelInfo, "request",
			slog.String("method", r.Method), slog.String("path", r.URL.Path), slog.String("route", path),
			slog.Int("status", rec.status), slog.Int("bytes", rec.bytes),
			slog.Float64("duration_ms", seconds*1000), slog.String("client", client),
			slog.String("protocol", r.Proto), slog.String("user_agent", r.UserAgent()))
	}
}

// lines collects log lines for 20 ms, as the API does.
type lines struct {
	mu  sync.Mutex
	out *bufio.Writer
}

func (l *lines) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out.Write(line)
}

func (l *lines) flushForever() {
	for range time.Tick(20 * time.Millisecond) {
		l.mu.Lock()
		l.out.Flush()
		l.mu.Unlock()
	}
}

func main() {
	port := flag.Int("port", 8443, "")
	cert := flag.String("cert", "", "")
	key := flag.String("key", "", "")
	observed := flag.Bool("observe", false, "keep metrics and write a log line per request")
	flag.StringVar(&name, "name", "", "")
	flag.Parse()

	output := &lines{out: bufio.NewWriterSize(os.Stdout, 32*1024)}
	go output.flushForever()
	logger := slog.New(slog.NewJSONHandler(output, nil))
	status := func(code int) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
	}
	mux := http.NewServeMux()
	for path, handler := range map[string]http.HandlerFunc{
		"/":     echoRequest,
		"/api":  describeRequest,
		"/data": data,
		"/bench": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/plain")
			w.Write([]byte("1"))
		},
		"/error":   status(500),
		"/health":  status(200),
		"/healthz": status(200),
		"/readyz":  status(200),
	} {
		if *observed {
			handler = observe(path, handler, logger)
		}
		mux.HandleFunc(path, handler)
	}
	mux.HandleFunc("/metrics", func(w http.ResponseWriter, _ *http.Request) {
		for path, s := range routes {
			s.mu.Lock()
			for key, count := range s.counts {
				fmt.Fprintf(w, "http_requests_total{path=%q,method=%q,status=%q} %d\n", path, key[0], key[1], count)
			}
			s.mu.Unlock()
		}
	})
	server := &http.Server{
		Addr:              fmt.Sprintf("127.0.0.1:%d", *port),
		Handler:           mux,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		TLSConfig:         &tls.Config{MinVersion: tls.VersionTLS12},
	}
	fmt.Fprintln(os.Stderr, server.ListenAndServeTLS(*cert, *key))
	os.Exit(1)
}
