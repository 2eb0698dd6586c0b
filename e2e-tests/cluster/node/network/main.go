// SPDX-License-Identifier: Apache-2.0

// Network connects the pods of the nodes: on each node it tells the container runtime the node's range of pod addresses,
// routes the ranges of the other nodes to them, and filters what the NetworkPolicies do not allow. Nothing is masked,
// since there is nothing outside to be reached.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	core "k8s.io/api/core/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
)

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
	seen, err := watch(ctx, client)
	if err != nil {
		return err
	}
	loaded := ""
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-seen.changed:
		}
		connectNodes(name, seen.nodes())
		// What has failed is tried again at the next change, or resync.
		if filter := filterOf(name, seen.state()); filter != loaded {
			if err := load(filter); err != nil {
				log.Print(err)
				continue
			}
			loaded = filter
		}
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
