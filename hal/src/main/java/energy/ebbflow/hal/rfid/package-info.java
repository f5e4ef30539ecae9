/**
 * Card readers with an NXP PN532 (user manual UM0701-02), over a serial line or I2C: identifiers of
 * ISO 14443 type A cards.
 */
@NullMarked
package energy.ebbflow.hal.rfid;

import org.jspecify.annotations.NullMarked;
