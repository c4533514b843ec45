// Command tls issues what Terraform's tls provider describes, with the library that the provider itself uses.
//
// It reads one resource as JSON from standard input, {"type": ..., "values": ...}, and prints its computed attributes.
package main

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"time"
)

type values struct {
	Algorithm         string    `json:"algorithm"`
	Curve             string    `json:"ecdsa_curve"`
	Bits              int       `json:"rsa_bits"`
	PrivateKey        string    `json:"private_key_pem"`
	Subject           []subject `json:"subject"`
	DNSNames          []string  `json:"dns_names"`
	IPAddresses       []string  `json:"ip_addresses"`
	AllowedUses       []string  `json:"allowed_uses"`
	IsCA              bool      `json:"is_ca_certificate"`
	ValidityHours     float64   `json:"validity_period_hours"`
	EarlyRenewalHours int       `json:"early_renewal_hours"`
	CACertificate     string    `json:"ca_cert_pem"`
	CAKey             string    `json:"ca_private_key_pem"`
	Request           string    `json:"cert_request_pem"`
}

type subject struct {
	CommonName   string `json:"common_name"`
	Organization string `json:"organization"`
}

var keyUses = map[string]x509.KeyUsage{
	"digital_signature": x509.KeyUsageDigitalSignature,
	"key_encipherment":  x509.KeyUsageKeyEncipherment,
	"cert_signing":      x509.KeyUsageCertSign,
	"crl_signing":       x509.KeyUsageCRLSign,
}

var extendedUses = map[string]x509.ExtKeyUsage{
	"server_auth": x509.ExtKeyUsageServerAuth,
	"client_auth": x509.ExtKeyUsageClientAuth,
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	var input struct {
		Type   string `json:"type"`
		Values values `json:"values"`
	}
	if err := json.NewDecoder(os.Stdin).Decode(&input); err != nil {
		return err
	}
	issue, ok := map[string]func(values) (map[string]any, error){
		"tls_private_key":         privateKey,
		"tls_self_signed_cert":    selfSigned,
		"tls_cert_request":        request,
		"tls_locally_signed_cert": locallySigned,
	}[input.Type]
	if !ok {
		return fmt.Errorf("%s: not a resource that this program issues", input.Type)
	}
	made, err := issue(input.Values)
	if err != nil {
		return fmt.Errorf("%s: %w", input.Type, err)
	}
	return json.NewEncoder(os.Stdout).Encode(made)
}

func privateKey(v values) (map[string]any, error) {
	var key crypto.Signer
	var block *pem.Block
	switch v.Algorithm {
	case "ECDSA":
		curves := map[string]elliptic.Curve{"P224": elliptic.P224(), "P256": elliptic.P256(), "P384": elliptic.P384(), "P521": elliptic.P521()}
		curve, ok := curves[v.Curve]
		if !ok {
			return nil, fmt.Errorf("unknown curve %q", v.Curve)
		}
		ec, err := ecdsa.GenerateKey(curve, rand.Reader)
		if err != nil {
			return nil, err
		}
		der, err := x509.MarshalECPrivateKey(ec)
		if err != nil {
			return nil, err
		}
		key, block = ec, &pem.Block{Type: "EC PRIVATE KEY", Bytes: der}
	case "RSA":
		rsaKey, err := rsa.GenerateKey(rand.Reader, max(v.Bits, 2048))
		if err != nil {
			return nil, err
		}
		key, block = rsaKey, &pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(rsaKey)}
	default:
		return nil, fmt.Errorf("algorithm %q is not issued here", v.Algorithm)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	public, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		return nil, err
	}
	return map[string]any{
		"private_key_pem":       string(pem.EncodeToMemory(block)),
		"private_key_pem_pkcs8": encode("PRIVATE KEY", pkcs8),
		"public_key_pem":        encode("PUBLIC KEY", public),
	}, nil
}

func request(v values) (map[string]any, error) {
	key, err := parseKey(v.PrivateKey)
	if err != nil {
		return nil, err
	}
	template := &x509.CertificateRequest{Subject: name(v.Subject), DNSNames: v.DNSNames, IPAddresses: addresses(v.IPAddresses)}
	der, err := x509.CreateCertificateRequest(rand.Reader, template, key)
	if err != nil {
		return nil, err
	}
	return map[string]any{"cert_request_pem": encode("CERTIFICATE REQUEST", der)}, nil
}

func selfSigned(v values) (map[string]any, error) {
	key, err := parseKey(v.PrivateKey)
	if err != nil {
		return nil, err
	}
	template, err := certificate(v)
	if err != nil {
		return nil, err
	}
	template.Subject, template.DNSNames, template.IPAddresses = name(v.Subject), v.DNSNames, addresses(v.IPAddresses)
	return sign(v, template, template, key.Public(), key)
}

func locallySigned(v values) (map[string]any, error) {
	block, _ := pem.Decode([]byte(v.Request))
	if block == nil {
		return nil, errors.New("cert_request_pem is no PEM")
	}
	csr, err := x509.ParseCertificateRequest(block.Bytes)
	if err != nil {
		return nil, err
	}
	if err := csr.CheckSignature(); err != nil {
		return nil, err
	}
	block, _ = pem.Decode([]byte(v.CACertificate))
	if block == nil {
		return nil, errors.New("ca_cert_pem is no PEM")
	}
	authority, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		return nil, err
	}
	key, err := parseKey(v.CAKey)
	if err != nil {
		return nil, err
	}
	template, err := certificate(v)
	if err != nil {
		return nil, err
	}
	template.Subject, template.DNSNames, template.IPAddresses = csr.Subject, csr.DNSNames, csr.IPAddresses
	return sign(v, template, authority, csr.PublicKey, key)
}

func certificate(v values) (*x509.Certificate, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 127))
	if err != nil {
		return nil, err
	}
	// Without hours, one that expired an hour ago: the lab issues those to see them refused.
	now := time.Now()
	template := &x509.Certificate{
		SerialNumber:          serial,
		NotBefore:             now,
		NotAfter:              now.Add(time.Duration(v.ValidityHours * float64(time.Hour))),
		BasicConstraintsValid: true,
		IsCA:                  v.IsCA,
	}
	if v.ValidityHours == 0 {
		template.NotBefore, template.NotAfter = now.Add(-2*time.Hour), now.Add(-time.Hour)
	}
	for _, use := range v.AllowedUses {
		keyUse, isKey := keyUses[use]
		extended, isExtended := extendedUses[use]
		switch {
		case isKey:
			template.KeyUsage |= keyUse
		case isExtended:
			template.ExtKeyUsage = append(template.ExtKeyUsage, extended)
		default:
			return nil, fmt.Errorf("unknown use %q", use)
		}
	}
	return template, nil
}

func sign(v values, template, parent *x509.Certificate, public crypto.PublicKey, key crypto.Signer) (map[string]any, error) {
	if v.IsCA {
		der, err := x509.MarshalPKIXPublicKey(public)
		if err != nil {
			return nil, err
		}
		id := sha1.Sum(der)
		template.SubjectKeyId = id[:]
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent, public, key)
	if err != nil {
		return nil, err
	}
	return map[string]any{
		"cert_pem":            encode("CERTIFICATE", der),
		"validity_start_time": template.NotBefore.Format(time.RFC3339),
		"validity_end_time":   template.NotAfter.Format(time.RFC3339),
		"ready_for_renewal":   !time.Now().Before(template.NotAfter.Add(-time.Duration(v.EarlyRenewalHours) * time.Hour)),
	}, nil
}

func parseKey(text string) (crypto.Signer, error) {
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return nil, errors.New("private key is no PEM")
	}
	if key, err := x509.ParseECPrivateKey(block.Bytes); err == nil {
		return key, nil
	}
	if key, err := x509.ParsePKCS1PrivateKey(block.Bytes); err == nil {
		return key, nil
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	signer, ok := key.(crypto.Signer)
	if !ok {
		return nil, errors.New("private key cannot sign")
	}
	return signer, nil
}

func name(subjects []subject) pkix.Name {
	if len(subjects) == 0 {
		return pkix.Name{}
	}
	result := pkix.Name{CommonName: subjects[0].CommonName}
	if subjects[0].Organization != "" {
		result.Organization = []string{subjects[0].Organization}
	}
	return result
}

func addresses(texts []string) []net.IP {
	var result []net.IP
	for _, text := range texts {
		result = append(result, net.ParseIP(text))
	}
	return result
}

func encode(label string, der []byte) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: label, Bytes: der}))
}
