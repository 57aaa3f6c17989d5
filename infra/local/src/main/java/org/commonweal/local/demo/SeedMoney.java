package org.commonweal.local.demo;

import java.util.Map;

/** The sponsor opens a pool and puts money in; both count when another firm has confirmed them. */
record SeedMoney(SeedPlay play) {

    private static final long AMOUNT_MINOR = 5_000_000;

    void give() {
        var founder = play.story().founder();
        var other = delegateOfAnotherFirm();
        var pool = play.ids().of("pool");
        var deposit = play.ids().of("deposit");
        var path = "/pools/" + pool;
        play.put(founder, path, pool, Map.of("name", "Seed money", "currency", "EUR"));
        play.put(other, path + "/confirmation", play.ids().of("pool/confirmed"), Map.of());
        path += "/deposits/" + deposit;
        play.put(founder, path, deposit, Map.of("amountMinor", AMOUNT_MINOR));
        play.put(other, path + "/confirmation", play.ids().of("deposit/confirmed"), Map.of());
    }

    private String delegateOfAnotherFirm() {
        var founder = play.person(play.story().founder());
        return play.demo().firms().stream()
                .map(play::joining)
                .filter(people -> !people.isEmpty() && !people.contains(founder))
                .map(people -> people.getFirst().mail())
                .findFirst()
                .orElseThrow();
    }
}
