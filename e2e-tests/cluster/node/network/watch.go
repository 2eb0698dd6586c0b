// SPDX-License-Identifier: Apache-2.0

package main

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	core "k8s.io/api/core/v1"
	networking "k8s.io/api/networking/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
)

// How often everything is looked at again although nothing has changed, which repairs what could not be done before.
const resync = 10 * time.Second

// watched is the cluster as far as this program is concerned.
type watched struct {
	factory informers.SharedInformerFactory
	// One is waiting in it when anything has changed.
	changed chan struct{}
}

// watch returns when everything has been read once.
func watch(ctx context.Context, client kubernetes.Interface) (watched, error) {
	seen := watched{informers.NewSharedInformerFactory(client, resync), make(chan struct{}, 1)}
	handler := cache.ResourceEventHandlerFuncs{
		AddFunc:    func(any) { seen.notify() },
		UpdateFunc: func(any, any) { seen.notify() },
		DeleteFunc: func(any) { seen.notify() },
	}
	for _, informer := range []cache.SharedIndexInformer{
		seen.factory.Core().V1().Nodes().Informer(),
		seen.factory.Core().V1().Pods().Informer(),
		seen.factory.Core().V1().Namespaces().Informer(),
		seen.factory.Networking().V1().NetworkPolicies().Informer(),
	} {
		if _, err := informer.AddEventHandler(handler); err != nil {
			return seen, err
		}
	}
	seen.factory.Start(ctx.Done())
	for _, synced := range seen.factory.WaitForCacheSync(ctx.Done()) {
		if !synced {
			return seen, errors.New("ended before everything was read")
		}
	}
	return seen, nil
}

func (w watched) notify() {
	select {
	case w.changed <- struct{}{}:
	default:
	}
}

func (w watched) nodes() []*core.Node {
	// Listing what is in memory does not fail.
	nodes, _ := w.factory.Core().V1().Nodes().Lister().List(labels.Everything())
	return nodes
}

// state is in the order of names, so that the same state makes the same rules.
func (w watched) state() state {
	pods, _ := w.factory.Core().V1().Pods().Lister().List(labels.Everything())
	namespaces, _ := w.factory.Core().V1().Namespaces().Lister().List(labels.Everything())
	policies, _ := w.factory.Networking().V1().NetworkPolicies().Lister().List(labels.Everything())
	result := state{namespaces: make(map[string]labels.Set, len(namespaces))}
	result.pods = latest(pods)
	for _, namespace := range namespaces {
		result.namespaces[namespace.Name] = namespace.Labels
	}
	result.policies = slices.Clone(policies)
	slices.SortFunc(result.pods, func(a, b *core.Pod) int { return byName(a, b) })
	slices.SortFunc(result.policies, func(a, b *networking.NetworkPolicy) int { return byName(a, b) })
	return result
}

// latest are the connected pods, of which no two have the same address: one that is on its way out may already have lost
// its own to another, and is there a while longer.
func latest(pods []*core.Pod) []*core.Pod {
	holders := make(map[string]*core.Pod, len(pods))
	for _, pod := range pods {
		if !isConnected(pod) {
			continue
		}
		other, taken := holders[pod.Status.PodIP]
		if !taken || other.CreationTimestamp.Before(&pod.CreationTimestamp) {
			holders[pod.Status.PodIP] = pod
		}
	}
	return slices.Collect(maps.Values(holders))
}

func byName(a, b meta.Object) int {
	return cmp.Or(cmp.Compare(a.GetNamespace(), b.GetNamespace()), cmp.Compare(a.GetName(), b.GetName()))
}
