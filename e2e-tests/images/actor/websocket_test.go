// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// masked makes a client's frame.
func masked(kind byte, text string) []byte {
	var frame bytes.Buffer
	frame.Write([]byte{lastFrame | kind, isMasked | 126})
	binary.Write(&frame, binary.BigEndian, uint16(len(text)))
	mask := []byte{1, 2, 3, 4}
	frame.Write(mask)
	for i := range len(text) {
		frame.WriteByte(text[i] ^ mask[i%4])
	}
	return frame.Bytes()
}

func TestEchoesWhatComesByWebSocket(t *testing.T) {
	server := httptest.NewServer(newHandler(isReady))
	defer server.Close()
	connection, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	// The example of RFC 6455.
	fmt.Fprint(connection, "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"+
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
	from := bufio.NewReader(connection)
	response, err := http.ReadResponse(from, nil)
	if err != nil || response.StatusCode != 101 || response.Header.Get("Sec-WebSocket-Accept") != "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" {
		t.Fatal(response, err)
	}
	long := strings.Repeat("wave ", 100)
	for _, text := range []string{"hello", long} {
		connection.Write(masked(textFrame, text))
		if kind, got := readServerFrame(t, from); kind != textFrame || got != podName()+" "+text {
			t.Error(kind, got)
		}
	}
	connection.Write(masked(pingFrame, "there?"))
	if kind, got := readServerFrame(t, from); kind != pongFrame || got != "there?" {
		t.Error(kind, got)
	}
	connection.Write(masked(closeFrame, "\x03\xe8"))
	if kind, _ := readServerFrame(t, from); kind != closeFrame {
		t.Error(kind)
	}
	if _, err := from.ReadByte(); err != io.EOF {
		t.Error(err)
	}
}

func readServerFrame(t *testing.T, from *bufio.Reader) (byte, string) {
	t.Helper()
	var head [2]byte
	if _, err := io.ReadFull(from, head[:]); err != nil {
		t.Fatal(err)
	}
	length := uint64(head[1])
	if length == 127 {
		if err := binary.Read(from, binary.BigEndian, &length); err != nil {
			t.Fatal(err)
		}
	}
	payload := make([]byte, length)
	if _, err := io.ReadFull(from, payload); err != nil {
		t.Fatal(err)
	}
	return head[0] & 0x0f, string(payload)
}

func TestTurnsAwayWhatIsNoWebSocket(t *testing.T) {
	if response, _ := ask(t, newHandler(isReady), "/ws"); response.StatusCode != http.StatusUpgradeRequired {
		t.Error(response.Status)
	}
}
