package dev.pennant.bench.plain;

import dev.pennant.schemas.event.StoreRegistration;

/** Stores of a topic. */
final class DecodedHomes extends DecodedEvents<StoreRegistration, Home> {
    private static final long serialVersionUID = 1L;

    DecodedHomes() {
        super(StoreRegistration.class, Home.class);
    }

    @Override
    Home of(StoreRegistration event) {
        Home home = new Home();
        home.store = event.getStoreId();
        home.unit = event.getUnit();
        return home;
    }
}
