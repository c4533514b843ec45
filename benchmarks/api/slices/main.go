// Alternates short slices of load between servers, over connections that stay open, and compares the processor time that a
// request costs. Neighbouring slices meet the same machine, so ratios hold on one that is busy with other things.
//
//	slices SECONDS TARGET NAME=PORT=PID...
package main

import (
	"crypto/tls"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	connections = 32
	slice       = 60 * time.Millisecond
	warm        = 1500 * time.Millisecond
)

type client struct {
	conn   *tls.Conn
	answer []byte // its length is that of every answer
}

type server struct {
	Name              string    `json:"name"`
	Microseconds      []float64 `json:"microseconds"`
	RequestsPerSecond []float64 `json:"requestsPerSecond"`
	pid               string
	clients           []client
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// processorTime of all threads, in nanoseconds.
func processorTime(pid string) float64 {
	sum := 0.0
	files, _ := filepath.Glob("/proc/" + pid + "/task/*/schedstat")
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil { // a thread may have ended
			nanoseconds, _ := strconv.ParseFloat(strings.Fields(string(text))[0], 64)
			sum += nanoseconds
		}
	}
	return sum
}

// connect asks a few times, to learn how long an answer is.
func connect(port string, request []byte) client {
	conn, err := tls.Dial("tcp", "127.0.0.1:"+port, &tls.Config{InsecureSkipVerify: true, NextProtos: []string{"http/1.1"}})
	check(err)
	answer := make([]byte, 64*1024)
	length := 0
	for range 3 {
		_, err := conn.Write(request)
		check(err)
		time.Sleep(10 * time.Millisecond)
		length, err = conn.Read(answer)
		check(err)
	}
	return client{conn, answer[:length]}
}

// load keeps every connection busy for a while; returns requests and microseconds of processor time for each.
func (s *server) load(request []byte, duration time.Duration) (int, float64) {
	counts := make([]int, len(s.clients))
	var group sync.WaitGroup
	before := processorTime(s.pid)
	end := time.Now().Add(duration)
	for index, each := range s.clients {
		group.Add(1)
		go func() {
			defer group.Done()
			for time.Now().Before(end) {
				_, err := each.conn.Write(request)
				check(err)
				_, err = io.ReadFull(each.conn, each.answer)
				check(err)
				counts[index]++
			}
		}()
	}
	group.Wait()
	used := processorTime(s.pid) - before
	sum := 0
	for _, count := range counts {
		sum += count
	}
	return sum, used / 1000 / float64(sum)
}

func main() {
	seconds, err := strconv.Atoi(os.Args[1])
	check(err)
	request := []byte("GET " + os.Args[2] + " HTTP/1.1\r\nHost: 127.0.0.1:8443\r\nUser-Agent: slices/1.0\r\n\r\n")
	var servers []*server
	for _, argument := range os.Args[3:] {
		fields := strings.Split(argument, "=")
		s := &server{Name: fields[0], pid: fields[2]}
		for range connections {
			s.clients = append(s.clients, connect(fields[1], request))
		}
		servers = append(servers, s)
	}
	for _, s := range servers {
		s.load(request, warm)
	}
	stop := time.Now().Add(time.Duration(seconds) * time.Second)
	for round := 0; time.Now().Before(stop); round++ {
		for turn := range servers {
			s := servers[(turn+round)%len(servers)]
			count, microseconds := s.load(request, slice)
			s.Microseconds = append(s.Microseconds, microseconds)
			s.RequestsPerSecond = append(s.RequestsPerSecond, float64(count)/slice.Seconds())
		}
	}
	check(json.NewEncoder(os.Stdout).Encode(servers))
}
