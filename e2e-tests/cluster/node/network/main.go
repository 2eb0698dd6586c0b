// SPDX-License-Identifier: Apache-2.0

// Network connects the pods of the nodes: on each node it tells the container runtime the node's range of pod addresses,
// and routes the ranges of the other nodes to them. Nothing is masked, since there is nothing outside to be reached.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
)

// How often everything is looked at again although nothing has changed, which repairs what could not be done before.
const resync = 10 * time.Second

func main() {
	name := os.Getenv("NODE_NAME")
	if name == "" {
		log.Fatal("NODE_NAME is not set")
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, name); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, name string) error {
	client, err := connect()
	if err != nil {
		return err
	}
	factory := informers.NewSharedInformerFactory(client, resync)
	nodes := factory.Core().V1().Nodes()
	changed := make(chan struct{}, 1)
	notify := func() {
		select {
		case changed <- struct{}{}:
		default:
		}
	}
	if _, err := nodes.Informer().AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    func(any) { notify() },
		UpdateFunc: func(any, any) { notify() },
		DeleteFunc: func(any) { notify() },
	}); err != nil {
		return err
	}
	factory.Start(ctx.Done())
	factory.WaitForCacheSync(ctx.Done())
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-changed:
		}
		all, err := nodes.Lister().List(labels.Everything())
		if err != nil {
			return err
		}
		connectNodes(name, all)
	}
}

// connect uses the control plane's own address: this program must work before Services do, since it makes them work.
func connect() (kubernetes.Interface, error) {
	config, err := rest.InClusterConfig()
	if err != nil {
		return nil, err
	}
	if endpoint := os.Getenv("CONTROL_PLANE_ENDPOINT"); endpoint != "" {
		config.Host = "https://" + endpoint
	}
	return kubernetes.NewForConfig(config)
}

func connectNodes(own string, nodes []*core.Node) {
	for _, node := range nodes {
		// Until the controller-manager has given it a range.
		if node.Spec.PodCIDR == "" {
			continue
		}
		var err error
		if node.Name == own {
			err = configureRuntime(node.Spec.PodCIDR)
		} else {
			err = routeTo(node)
		}
		if err != nil {
			log.Printf("%s: %v", node.Name, err)
		}
	}
}
