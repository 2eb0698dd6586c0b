// SPDX-License-Identifier: Apache-2.0

package main

import (
	"net/http"
	"sync"
)

// addNotes adds what a service tells of requests whose answers nobody gets to see:
//
//	/note/KEY    answers what arrived, as /echo does, and remembers it
//	/noted/KEY   what arrived last at /note/KEY, and how many did; 404 if none
func addNotes(mux *http.ServeMux) {
	kept := &notes{ofKey: map[string]note{}}
	mux.HandleFunc("/note/{key}", func(response http.ResponseWriter, request *http.Request) {
		arrived, err := whatArrived(request)
		if err != nil {
			http.Error(response, err.Error(), http.StatusBadRequest)
			return
		}
		kept.add(request.PathValue("key"), arrived)
		answer(response, arrived)
	})
	mux.HandleFunc("/noted/{key}", func(response http.ResponseWriter, request *http.Request) {
		found, count := kept.of(request.PathValue("key"))
		if count == 0 {
			http.Error(response, "nothing has come", http.StatusNotFound)
			return
		}
		told := map[string]any{"requests": count}
		for name, value := range found {
			told[name] = value
		}
		answer(response, told)
	})
}

type note struct {
	last  map[string]any
	count int
}

type notes struct {
	mutex sync.Mutex
	ofKey map[string]note
}

func (kept *notes) add(key string, arrived map[string]any) {
	kept.mutex.Lock()
	defer kept.mutex.Unlock()
	if len(kept.ofKey) >= keptKeys {
		clear(kept.ofKey)
	}
	kept.ofKey[key] = note{last: arrived, count: kept.ofKey[key].count + 1}
}

func (kept *notes) of(key string) (map[string]any, int) {
	kept.mutex.Lock()
	defer kept.mutex.Unlock()
	found := kept.ofKey[key]
	return found.last, found.count
}
