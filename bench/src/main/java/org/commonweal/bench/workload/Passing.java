package org.commonweal.bench.workload;

import java.util.Map;
import org.commonweal.bench.load.Calls;
import org.commonweal.bench.load.Calls.Call;
import org.commonweal.bench.load.Sender;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.measure.Processes;
import org.commonweal.bench.reference.Nginx;
import org.commonweal.bench.report.Comparison;
import org.commonweal.bench.report.Comparison.Question;
import org.commonweal.bench.report.Contender;
import org.commonweal.bench.report.Told;
import org.commonweal.bench.stack.Door;
import org.commonweal.bench.stack.Members;
import org.commonweal.embedded.Ports;

/**
 * W1: an answer of 1 KiB passes through the gateway, which checks the token, limits, and cleans
 * headers; nginx only passes it on.
 */
public final class Passing implements Workload {

    private static final int CLIENTS = 32;
    private static final int ANSWER_BYTES = 1024;
    private static final double MICROS = 1e6;

    @Override
    public String name() {
        return "W1";
    }

    @Override
    public String title() {
        return "an answer of 1 KiB passes the gateway";
    }

    @Override
    public String run(Run run) {
        var scratch = run.scratch();
        try (var answering =
                        Nginx.serving(ANSWER_BYTES, scratch.resolve("answering"), Ports.free());
                var nginx = Nginx.before(answering.url(), scratch.resolve("proxy"), Ports.free());
                var gateway = Door.before(answering.url(), run.stack(), scratch);
                var ours = new Calls(gateway.url(), CLIENTS);
                var theirs = new Calls(nginx.url(), CLIENTS)) {
            var members = Members.of(run.stack());
            var path = "/api/alliances/" + members.alliance() + "/people";
            Sender through = ours.sender(n -> Call.get(path, members.member(n).token()));
            Sender past = theirs.sender(n -> Call.get(path, members.member(n).token()));
            Side.warmUp(through, CLIENTS);
            Side.warmUp(past, CLIENTS);
            new Processes(Map.of("answering", answering.pid())).pin(Run.ASKING_CORE);
            new Processes(Map.of("gateway", gateway.pid(), "nginx", nginx.pid()))
                    .pin(Run.SYSTEM_CORE);
            run.pinAsking();
            return compare(
                    run, side(through, "gateway", gateway.pid()), side(past, "nginx", nginx.pid()));
        }
    }

    private static String compare(Run run, Side gateway, Side nginx) {
        return Told.told(
                Comparison.measure(
                                new Question("An answer passes", "a second of CPU", "at least 0.5"),
                                new Contender(
                                        "gateway",
                                        () -> perCpu(gateway.measure(run.time()), "gateway")),
                                new Contender(
                                        "nginx, no authentication",
                                        () -> perCpu(nginx.measure(run.time()), "nginx")),
                                run.pairs())
                        .text());
    }

    private static Side side(Sender sender, String name, long pid) {
        return new Side(sender, CLIENTS, new Processes(Map.of(name, pid)), Map.of());
    }

    /** Who asks can be the slower one beside nginx; what a request costs does not depend on it. */
    private static Figures perCpu(Figures figures, String name) {
        var micros = figures.more().getOrDefault("CPU of " + name + ", µs a request", Double.NaN);
        return new Figures(MICROS / micros, figures.more())
                .with("a second, as driven here", figures.value());
    }
}
