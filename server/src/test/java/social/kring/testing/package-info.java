/** The language of Kring's tests: peers that misbehave, people who act, time that steps. */
package social.kring.testing;
