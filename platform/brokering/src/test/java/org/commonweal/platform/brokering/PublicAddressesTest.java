package org.commonweal.platform.brokering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger could have the platform ask on the inside; each line is one try. */
class PublicAddressesTest {

    private final PublicAddresses addresses = new PublicAddresses(false);
    private final PublicAddresses onOnesOwnMachine = new PublicAddresses(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "login.example",
                "//login.example/",
                "http://login.example/",
                "HTTP://login.example/",
                "ftp://login.example/",
                "file:///etc/passwd",
                "gopher://login.example/",
                "jar:https://login.example/a.jar!/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://127.000.000.001/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://0/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.0.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://93.184.216.34/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://me.localhost/",
                "https://login/",
                "https://login.example./",
                "https://login..example/",
                "https://user@login.example/",
                "https://login.example@127.0.0.1/",
                "https://127.0.0.1#@login.example/",
                "https://login.example/#fragment",
                "https://login.example\\@127.0.0.1/",
                "https://login.example/ HTTP/1.1\r\nHost: inside/",
                "https://login。example/",
                "https://１２７.0.0.1/",
                "https://①②⑦.0.0.1/",
                "https://login_.example:port/",
                "https://login.example.127/",
                "https://%31%32%37.0.0.1/",
                "https://"
            })
    void what_is_no_named_host_by_tls_is_not_asked(String address) {
        for (var each : new PublicAddresses[] {addresses, onOnesOwnMachine}) {
            assertThatThrownBy(() -> each.checked(address)).isInstanceOf(FaultException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8180/realms/x", "http://127.0.0.1:8180/realms/x"})
    void loopback_is_for_a_machine_of_ones_own(String address) {
        assertThatThrownBy(() -> addresses.checked(address)).isInstanceOf(FaultException.class);
        assertThat(onOnesOwnMachine.checked(address)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.example/",
                "https://login.microsoftonline.com/7d0b/v2.0",
                "https://sso.firm.co.uk:8443/realms/firm",
                "https://xn--mller-kva.example/saml/metadata?id=1"
            })
    void a_named_host_is_asked(String address) {
        assertThat(addresses.checked(address)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.254",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.254",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.1.2.3",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void a_name_that_leads_inside_is_not_asked(String resolved) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(resolved))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "100.128.0.1", "2606:2800:220:1::1"})
    void a_name_that_leads_outside_is_asked(String resolved) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(resolved))).isTrue();
    }
}
