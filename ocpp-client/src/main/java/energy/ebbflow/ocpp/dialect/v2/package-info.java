/** OCPP 2.0.1 and 2.1: one dialect, since 2.1 only adds to 2.0.1. */
@NullMarked
package energy.ebbflow.ocpp.dialect.v2;

import org.jspecify.annotations.NullMarked;
