// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// behaviour is how the server is told to misbehave:
//
//	ACTOR_START_AFTER=5s     listens only after that time
//	ACTOR_NEVER_READY=true   its readiness probe fails for ever
//	ACTOR_CRASH_AFTER=3s     ends with exit code 1 and a message
//	ACTOR_EAT=512Mi          allocates that much memory and uses it
//	ACTOR_TLS_FOLDER=/tls    answers on :8443 by TLS too, with tls.crt and tls.key of that folder
type behaviour struct {
	startAfter time.Duration
	neverReady bool
	crashAfter time.Duration
	eat        int64
	tlsFolder  string
}

func readBehaviour() (behaviour, error) {
	var read behaviour
	var err error
	if read.startAfter, err = durationOf("ACTOR_START_AFTER"); err != nil {
		return read, err
	}
	if read.crashAfter, err = durationOf("ACTOR_CRASH_AFTER"); err != nil {
		return read, err
	}
	if text := os.Getenv("ACTOR_NEVER_READY"); text != "" {
		if read.neverReady, err = strconv.ParseBool(text); err != nil {
			return read, fmt.Errorf("ACTOR_NEVER_READY is %q, but has to be true or false", text)
		}
	}
	read.tlsFolder = os.Getenv("ACTOR_TLS_FOLDER")
	if text := os.Getenv("ACTOR_EAT"); text != "" {
		if read.eat, err = parseSize(text); err != nil {
			return read, fmt.Errorf("ACTOR_EAT: %w", err)
		}
	}
	return read, nil
}

// durationOf is -1 for a variable that is not set.
func durationOf(variable string) (time.Duration, error) {
	text := os.Getenv(variable)
	if text == "" {
		return -1, nil
	}
	read, err := time.ParseDuration(text)
	if err != nil || read < 0 {
		return -1, fmt.Errorf("%s is %q, but has to be a time such as 3s", variable, text)
	}
	return read, nil
}

// parseSize reads a whole number of bytes as Kubernetes writes it: 512Mi.
func parseSize(text string) (int64, error) {
	number, factor := text, int64(1)
	for unit, size := range map[string]int64{"Ki": 1 << 10, "Mi": 1 << 20, "Gi": 1 << 30} {
		if before, found := strings.CutSuffix(text, unit); found {
			number, factor = before, size
		}
	}
	count, err := strconv.ParseInt(number, 10, 32)
	if err != nil || count < 0 {
		return 0, fmt.Errorf("%q is no size such as 512Mi", text)
	}
	return count * factor, nil
}

func (wanted behaviour) begin() {
	if wanted.crashAfter >= 0 {
		time.AfterFunc(wanted.crashAfter, func() {
			fmt.Fprintf(os.Stderr, "actor: crashing after %s, as ACTOR_CRASH_AFTER wants it\n", wanted.crashAfter)
			os.Exit(1)
		})
	}
	if wanted.eat > 0 {
		fmt.Fprintf(os.Stderr, "actor: using %d MiB of memory, as ACTOR_EAT wants it\n", wanted.eat>>20)
		go eat(wanted.eat)
	}
}

var eaten [][]byte

// eat writes to every page, since the kernel gives none before that.
func eat(size int64) {
	const piece, page = 16 << 20, 4 << 10
	for taken := int64(0); taken < size; taken += piece {
		memory := make([]byte, min(piece, size-taken))
		for i := 0; i < len(memory); i += page {
			memory[i] = 1
		}
		eaten = append(eaten, memory)
	}
}
