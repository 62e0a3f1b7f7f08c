import { describe, expect, it } from 'vitest';
import { isPrivateAddress, unsafeUrl } from '../../src/outbound/address';

describe('addresses of a network of one’s own', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '::127.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '5f00::1',
    'no address',
    '1.2.3.4.5',
    ':::',
    '1::2::3',
  ])('%s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.0.3.1',
    '193.0.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001::200e',
    '64:ff9b::8.8.8.8',
    '::ffff:8.8.8.8',
  ])('%s is the internet’s', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

describe('a URL of a merchant’s', () => {
  it.each([
    ['https://hooks.example.com/bot', null],
    ['https://hooks.example.com:8443/bot', null],
    ['https://8.8.8.8/bot', null],
    ['not a url', 'not_a_url'],
    ['', 'not_a_url'],
    [`https://example.com/${'x'.repeat(2_000)}`, 'not_a_url'],
    ['http://hooks.example.com/', 'not_https'],
    ['ftp://hooks.example.com/', 'not_https'],
    ['javascript:alert(1)', 'not_https'],
    ['https://user:secret@hooks.example.com/', 'has_credentials'],
    ['https://hooks.example.com@127.0.0.1/', 'has_credentials'],
    ['https://127.0.0.1/', 'private_address'],
    ['https://2130706433/', 'private_address'],
    ['https://0x7f000001/', 'private_address'],
    ['https://0x7f.0.0.1/', 'private_address'],
    ['https://0177.0.0.1/', 'private_address'],
    ['https://127.1/', 'private_address'],
    ['https://127.0.0.1./', 'private_address'],
    ['https://①②⑦.0.0.1/', 'private_address'],
    ['https://[::1]/', 'private_address'],
    ['https://[::ffff:127.0.0.1]/', 'private_address'],
    ['https://[::ffff:7f00:1]/', 'private_address'],
    ['https://[0:0:0:0:0:ffff:a00:1]/', 'private_address'],
    ['https://169.254.169.254/latest/meta-data', 'private_address'],
    ['https://localhost/', 'private_address'],
    ['https://LOCALHOST./', 'private_address'],
    ['https://a.localhost/', 'private_address'],
    ['https://db.internal/', 'private_address'],
    ['https://printer.local/', 'private_address'],
    ['https://router.lan/', 'private_address'],
    ['https://nas.home.arpa/', 'private_address'],
    ['https://intranet/', 'private_address'],
  ])('%s: %s', (url, expected) => {
    expect(unsafeUrl(url)).toBe(expected);
  });
});
