// Checks a log with the libraries of the Go project (golang.org/x/mod/sumdb), or makes one with them.
//
//	tlog verify FOLDER    the checkpoint, every entry and tile, the proof files, the consistency proofs
//	tlog make FOLDER      the same kinds of files, made by Go
//
// FOLDER holds log/ (checkpoint and tiles), key and skey, witness (the vkey of a cosigner, optional), N.tlog-proof and
// consistency (lines of an old size, its root and the hashes).
package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	origin  = "go.example/log"
	entries = 700
	height  = 8
)

func main() {
	if len(os.Args) != 3 {
		fail(errors.New("usage: tlog verify|make FOLDER"))
	}
	switch os.Args[1] {
	case "verify":
		fail(verify(os.Args[2]))
	case "make":
		fail(makeLog(os.Args[2]))
	default:
		fail(errors.New("neither verify nor make: " + os.Args[1]))
	}
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// tiles reads them from a folder that has no height in its paths.
type tiles struct{ folder string }

func (t tiles) Height() int                     { return height }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(list []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(list))
	for i, tile := range list {
		bytes, err := os.ReadFile(filepath.Join(t.folder, pathOf(tile)))
		if errors.Is(err, os.ErrNotExist) && tile.W < 1<<height {
			full := tile
			full.W = 1 << height
			bytes, err = os.ReadFile(filepath.Join(t.folder, pathOf(full)))
			if err == nil && len(bytes) >= tile.W*tlog.HashSize {
				bytes = bytes[:tile.W*tlog.HashSize]
			}
		}
		if err != nil {
			return nil, err
		}
		data[i] = bytes
	}
	return data, nil
}

func pathOf(tile tlog.Tile) string {
	return "tile/" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", height))
}

// cosigner verifies cosignature/v1, which sumdb does not know.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	header := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return ed25519.Verify(c.key, append([]byte(header), msg...), sig[8:])
}

func newCosigner(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("no vkey: " + vkey)
	}
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	if err != nil {
		return nil, err
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return nil, errors.New("no cosigner's key: " + vkey)
	}
	return cosigner{parts[0], uint32(hash), key[1:]}, nil
}

func readCheckpoint(text string) (string, tlog.Tree, error) {
	lines := strings.SplitN(text, "\n", 4)
	if len(lines) != 4 {
		return "", tlog.Tree{}, errors.New("no checkpoint: " + text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return "", tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return lines[0], tlog.Tree{N: size, Hash: root}, err
}

func verify(folder string) error {
	vkey, err := os.ReadFile(filepath.Join(folder, "key"))
	if err != nil {
		return err
	}
	key, err := note.NewVerifier(strings.TrimSpace(string(vkey)))
	if err != nil {
		return err
	}
	known := []note.Verifier{key}
	if vkey, err := os.ReadFile(filepath.Join(folder, "witness")); err == nil {
		witness, err := newCosigner(strings.TrimSpace(string(vkey)))
		if err != nil {
			return err
		}
		known = append(known, witness)
	}
	if skey, err := os.ReadFile(filepath.Join(folder, "skey")); err == nil {
		signer, err := note.NewSigner(strings.TrimSpace(string(skey)))
		if err != nil {
			return err
		}
		if signer.KeyHash() != key.KeyHash() {
			return errors.New("the private key is not that of the public one")
		}
	}
	signed, err := os.ReadFile(filepath.Join(folder, "log", "checkpoint"))
	if err != nil {
		return err
	}
	tree, err := openCheckpoint(signed, known)
	if err != nil {
		return err
	}
	reader := tlog.TileHashReader(tree, tiles{filepath.Join(folder, "log")})
	if err := verifyEntries(filepath.Join(folder, "log"), tree, reader); err != nil {
		return err
	}
	proofs, err := verifyProofs(folder, known, reader)
	if err != nil {
		return err
	}
	steps, err := verifyConsistency(folder, tree, reader)
	if err != nil {
		return err
	}
	fmt.Printf("%d entries, %d proofs, %d steps, %d signatures\n", tree.N, proofs, steps, len(known))
	return nil
}

func openCheckpoint(signed []byte, known []note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(signed, note.VerifierList(known...))
	if err != nil {
		return tlog.Tree{}, err
	}
	if len(opened.Sigs) != len(known) || len(opened.UnverifiedSigs) != 0 {
		return tlog.Tree{}, fmt.Errorf("%d signatures verify, not %d", len(opened.Sigs), len(known))
	}
	name, tree, err := readCheckpoint(opened.Text)
	if err == nil && name != known[0].Name() {
		err = errors.New("the checkpoint is of " + name)
	}
	return tree, err
}

func verifyEntries(log string, tree tlog.Tree, reader tlog.HashReader) error {
	var bundle []byte
	var hashes []tlog.Hash
	for i := int64(0); i < tree.N; i++ {
		if i%256 == 0 {
			var err error
			if bundle, err = os.ReadFile(filepath.Join(log, bundlePath(i/256, tree.N))); err != nil {
				return err
			}
			var indexes []int64
			for j := i; j < tree.N && j < i+256; j++ {
				indexes = append(indexes, tlog.StoredHashIndex(0, j))
			}
			if hashes, err = reader.ReadHashes(indexes); err != nil {
				return err
			}
		}
		if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
			return fmt.Errorf("the bundle ends before entry %d", i)
		}
		length := 2 + int(binary.BigEndian.Uint16(bundle))
		if hashes[i%256] != tlog.RecordHash(bundle[2:length]) {
			return fmt.Errorf("entry %d has not the hash of its tile", i)
		}
		bundle = bundle[length:]
		if (i%256 == 255 || i == tree.N-1) && len(bundle) != 0 {
			return fmt.Errorf("a bundle goes on behind entry %d", i)
		}
	}
	return nil
}

func bundlePath(n, size int64) string {
	width := size - n*256
	if width > 256 {
		width = 256
	}
	tile := tlog.Tile{H: height, L: -1, N: n, W: int(width)}
	return "tile/entries/" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/data/", height))
}

func verifyProofs(folder string, known []note.Verifier, reader tlog.HashReader) (int, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.tlog-proof"))
	if err != nil {
		return 0, err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return 0, err
		}
		parts := strings.SplitN(string(text), "\n\n", 2)
		lines := strings.Split(parts[0], "\n")
		if len(parts) != 2 || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
			return 0, errors.New("no proof: " + file)
		}
		lines = lines[1:]
		if strings.HasPrefix(lines[0], "extra ") {
			lines = lines[1:]
		}
		index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
		if err != nil {
			return 0, err
		}
		var proof tlog.RecordProof
		for _, line := range lines[1:] {
			hash, err := tlog.ParseHash(line)
			if err != nil {
				return 0, err
			}
			proof = append(proof, hash)
		}
		tree, err := openCheckpoint([]byte(parts[1]), known)
		if err != nil {
			return 0, err
		}
		leaf, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
		if err != nil {
			return 0, err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf[0]); err != nil {
			return 0, fmt.Errorf("%s: %v", file, err)
		}
	}
	return len(files), nil
}

func verifyConsistency(folder string, tree tlog.Tree, reader tlog.HashReader) (int, error) {
	text, err := os.ReadFile(filepath.Join(folder, "consistency"))
	if err != nil {
		return 0, err
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	for _, line := range lines {
		words := strings.Fields(line)
		old, err := strconv.ParseInt(words[0], 10, 64)
		if err != nil {
			return 0, err
		}
		var hashes []tlog.Hash
		for _, word := range words[1:] {
			hash, err := tlog.ParseHash(word)
			if err != nil {
				return 0, err
			}
			hashes = append(hashes, hash)
		}
		root, err := tlog.TreeHash(old, reader)
		if err != nil {
			return 0, err
		}
		if root != hashes[0] {
			return 0, fmt.Errorf("the root of %d entries is another", old)
		}
		if err := tlog.CheckTree(hashes[1:], tree.N, tree.Hash, old, root); err != nil {
			return 0, fmt.Errorf("from %d: %v", old, err)
		}
	}
	return len(lines), nil
}

func makeLog(folder string) error {
	skey, vkey, err := note.GenerateKey(rand.Reader, origin)
	if err != nil {
		return err
	}
	signer, err := note.NewSigner(skey)
	if err != nil {
		return err
	}
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			found[i] = stored[index]
		}
		return found, nil
	})
	bundles := make([][]byte, (entries+255)/256)
	for i := int64(0); i < entries; i++ {
		entry := []byte(fmt.Sprintf("go entry %d", i))
		hashes, err := tlog.StoredHashes(i, entry, reader)
		if err != nil {
			return err
		}
		stored = append(stored, hashes...)
		bundles[i/256] = append(append(bundles[i/256], byte(len(entry)>>8), byte(len(entry))), entry...)
	}
	root, err := tlog.TreeHash(entries, reader)
	if err != nil {
		return err
	}
	signed, err := note.Sign(&note.Note{Text: fmt.Sprintf("%s\n%d\n%s\n", origin, entries, root)}, signer)
	if err != nil {
		return err
	}
	files := map[string][]byte{"key": []byte(vkey + "\n"), "skey": []byte(skey + "\n"), "log/checkpoint": signed}
	for i, bundle := range bundles {
		files["log/"+bundlePath(int64(i), entries)] = bundle
	}
	for _, tile := range tlog.NewTiles(height, 0, entries) {
		data, err := tlog.ReadTileData(tile, reader)
		if err != nil {
			return err
		}
		files["log/"+pathOf(tile)] = data
	}
	for i := int64(0); i < entries; i += 53 {
		proof, err := tlog.ProveRecord(entries, i, reader)
		if err != nil {
			return err
		}
		text := fmt.Sprintf("c2sp.org/tlog-proof@v1\nindex %d\n", i)
		for _, hash := range proof {
			text += hash.String() + "\n"
		}
		files[fmt.Sprintf("%d.tlog-proof", i)] = append([]byte(text+"\n"), signed...)
	}
	for old := int64(1); old <= entries; old += 37 {
		proof, err := tlog.ProveTree(entries, old, reader)
		if err != nil {
			return err
		}
		oldRoot, err := tlog.TreeHash(old, reader)
		if err != nil {
			return err
		}
		line := fmt.Sprintf("%d %s", old, oldRoot)
		for _, hash := range proof {
			line += " " + hash.String()
		}
		files["consistency"] = append(files["consistency"], line+"\n"...)
	}
	for path, bytes := range files {
		place := filepath.Join(folder, path)
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(place, bytes, 0o600); err != nil {
			return err
		}
	}
	return nil
}
