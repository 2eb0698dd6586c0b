// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"crypto/sha1"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"io"
	"net/http"
	"strings"
)

const (
	// handshakeKey makes a server's answer one that only a WebSocket server gives (RFC 6455, section 1.3).
	handshakeKey = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
	// longestFrame bounds what is kept in memory for a client.
	longestFrame = 1 << 16

	textFrame  = 1
	closeFrame = 8
	pingFrame  = 9
	pongFrame  = 10
	lastFrame  = 0x80
	isMasked   = 0x80
)

// websocket answers every text with the name of the pod, a space and the text, until the client closes (RFC 6455). A
// message has to come in one frame.
func websocket(response http.ResponseWriter, request *http.Request) {
	key := request.Header.Get("Sec-WebSocket-Key")
	if !strings.EqualFold(request.Header.Get("Upgrade"), "websocket") || key == "" {
		http.Error(response, "this is for WebSockets", http.StatusUpgradeRequired)
		return
	}
	connection, buffered, err := http.NewResponseController(response).Hijack()
	if err != nil {
		http.Error(response, err.Error(), http.StatusInternalServerError)
		return
	}
	defer connection.Close()
	sum := sha1.Sum([]byte(key + handshakeKey))
	buffered.WriteString("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
		"Sec-WebSocket-Accept: " + base64.StdEncoding.EncodeToString(sum[:]) + "\r\n\r\n")
	for buffered.Flush() == nil {
		kind, payload, err := readFrame(buffered.Reader)
		if err != nil {
			return
		}
		switch kind {
		case textFrame:
			writeFrame(buffered.Writer, textFrame, append([]byte(podName()+" "), payload...))
		case pingFrame:
			writeFrame(buffered.Writer, pongFrame, payload)
		case closeFrame:
			writeFrame(buffered.Writer, closeFrame, payload)
			buffered.Flush()
			return
		}
	}
}

// readFrame reads a client's frame, which is always masked.
func readFrame(from *bufio.Reader) (kind byte, payload []byte, err error) {
	var head [2]byte
	if _, err := io.ReadFull(from, head[:]); err != nil {
		return 0, nil, err
	}
	if head[0]&lastFrame == 0 || head[1]&isMasked == 0 {
		return 0, nil, errors.New("a message in several frames, or one that is not masked")
	}
	length := uint64(head[1] &^ isMasked)
	switch length {
	case 126:
		var long uint16
		err = binary.Read(from, binary.BigEndian, &long)
		length = uint64(long)
	case 127:
		err = binary.Read(from, binary.BigEndian, &length)
	}
	if err != nil || length > longestFrame {
		return 0, nil, errors.Join(err, errors.New("the frame is cut off or too long"))
	}
	var mask [4]byte
	if _, err := io.ReadFull(from, mask[:]); err != nil {
		return 0, nil, err
	}
	payload = make([]byte, length)
	if _, err := io.ReadFull(from, payload); err != nil {
		return 0, nil, err
	}
	for i := range payload {
		payload[i] ^= mask[i%len(mask)]
	}
	return head[0] & 0x0f, payload, nil
}

// writeFrame writes a server's frame, which is never masked. That it could not, the next flush tells.
func writeFrame(to *bufio.Writer, kind byte, payload []byte) {
	to.WriteByte(lastFrame | kind)
	if len(payload) < 126 {
		to.WriteByte(byte(len(payload)))
	} else {
		to.WriteByte(127)
		binary.Write(to, binary.BigEndian, uint64(len(payload)))
	}
	to.Write(payload)
}
