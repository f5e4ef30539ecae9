package energy.ebbflow.ocpp.v2.price;

import java.util.Optional;

/** An amount of one kind of cost. */
public record Cost(CostKind costKind, int amount, Optional<Integer> amountMultiplier) {}
