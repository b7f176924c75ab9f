"""Signs by their names between colons, `:warning:`, as GitHub and many others have them: those that texts have most."""

from functools import cache

from markdown_it.rules_inline import StateInline

from triptych.patterns import late
from triptych.read.markdown.rules.inside import before

_NAME = late(r":([a-z0-9_+-]{1,40}):(?![\w:])")
_SIGNS = """
    warning ⚠️ bulb 💡 information_source ℹ️ exclamation ❗ heavy_exclamation_mark ❗ question ❓
    bangbang ‼️ x ❌ white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️
    heavy_multiplication_x ✖️ negative_squared_cross_mark ❎ heavy_plus_sign ➕ heavy_minus_sign ➖
    heavy_division_sign ➗ no_entry ⛔ no_entry_sign 🚫 stop_sign 🛑 construction 🚧 rotating_light 🚨
    zap ⚡ fire 🔥 boom 💥 star ⭐ star2 🌟 sparkles ✨ dizzy 💫 rocket 🚀 tada 🎉 confetti_ball 🎊 gift 🎁
    trophy 🏆 medal_sports 🏅 dart 🎯 key 🔑 lock 🔒 unlock 🔓 mag 🔍 link 🔗 paperclip 📎 pushpin 📌
    round_pushpin 📍 memo 📝 pencil 📝 pencil2 ✏️ book 📖 open_book 📖 books 📚 notebook 📓 blue_book 📘
    green_book 📗 orange_book 📙 closed_book 📕 bookmark 🔖 clipboard 📋 page_facing_up 📄 newspaper 📰
    scroll 📜 calendar 📆 date 📅 spiral_calendar 🗓️ clock ⏰ alarm_clock ⏰ hourglass ⌛
    hourglass_flowing_sand ⏳ watch ⌚ stopwatch ⏱️ timer_clock ⏲️ bell 🔔 mega 📣 loudspeaker 📢
    speech_balloon 💬 thought_balloon 💭 email 📧 envelope ✉️ phone ☎️ telephone ☎️ computer 💻
    desktop_computer 🖥️ iphone 📱 keyboard ⌨️ floppy_disk 💾 cd 💿 package 📦 file_folder 📁
    open_file_folder 📂 card_index_dividers 🗂️ wrench 🔧 hammer 🔨 gear ⚙️ hammer_and_wrench 🛠️
    tools 🛠️ nut_and_bolt 🔩 test_tube 🧪 microscope 🔬 telescope 🔭 dna 🧬 magnet 🧲 battery 🔋
    electric_plug 🔌 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉 bar_chart 📊 abacus 🧮
    straight_ruler 📏 triangular_ruler 📐 scissors ✂️ art 🎨 movie_camera 🎥 camera 📷 video_camera 📹
    headphones 🎧 musical_note 🎵 microphone 🎤 mortar_board 🎓 school 🏫 brain 🧠 eyes 👀 eye 👁️ ear 👂
    muscle 💪 pray 🙏 clap 👏 wave 👋 ok_hand 👌 +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 point_right 👉
    point_left 👈 point_up 👆 point_down 👇 raised_hands 🙌 handshake 🤝 writing_hand ✍️ smile 😄
    smiley 😃 grinning 😀 grin 😁 blush 😊 slightly_smiling_face 🙂 wink 😉 joy 😂 laughing 😆
    sunglasses 😎 thinking 🤔 confused 😕 cry 😢 sob 😭 scream 😱 heart_eyes 😍 innocent 😇 nerd_face 🤓
    robot 🤖 ghost 👻 skull 💀 poop 💩 heart ❤️ broken_heart 💔 green_heart 💚 blue_heart 💙 100 💯
    sunny ☀️ cloud ☁️ snowflake ❄️ umbrella ☔ ocean 🌊 rainbow 🌈 droplet 💧 earth_africa 🌍
    earth_americas 🌎 earth_asia 🌏 globe_with_meridians 🌐 world_map 🗺️ moon 🌔 sun_with_face 🌞
    seedling 🌱 herb 🌿 four_leaf_clover 🍀 deciduous_tree 🌳 evergreen_tree 🌲 cactus 🌵 rose 🌹
    sunflower 🌻 apple 🍎 banana 🍌 coffee ☕ tea 🍵 beer 🍺 pizza 🍕 cake 🍰 dog 🐶 cat 🐱 mouse 🐭 bug 🐛
    bee 🐝 snake 🐍 penguin 🐧 whale 🐳 octopus 🐙 turtle 🐢 car 🚗 bus 🚌 train 🚋 airplane ✈️ ship 🚢
    bike 🚲 house 🏠 hospital 🏥 factory 🏭 moneybag 💰 dollar 💵 euro 💶 credit_card 💳 balance_scale ⚖️
    pill 💊 syringe 💉 arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ arrow_forward ▶️
    arrows_counterclockwise 🔄 recycle ♻️ repeat 🔁 fast_forward ⏩ red_circle 🔴 green_circle 🟢
    yellow_circle 🟡 orange_circle 🟠 large_blue_circle 🔵 blue_circle 🔵 white_circle ⚪
    black_circle ⚫ large_blue_diamond 🔷 small_blue_diamond 🔹 small_orange_diamond 🔸
    triangular_flag_on_post 🚩 checkered_flag 🏁 white_flag 🏳️ new 🆕 free 🆓 ok 🆗 sos 🆘 up 🆙 cool 🆒
    information_desk_person 💁 busts_in_silhouette 👥 family 👪 man 👨 woman 👩 baby 👶 crown 👑 gem 💎
    copyright ©️ registered ®️ tm ™️ infinity ♾️ one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣
    six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ zero 0️⃣"""


@cache
def _signs() -> dict[str, str]:
    words = _SIGNS.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def emoji(state: StateInline, silent: bool) -> bool:
    """A name of a sign as that sign; names that nobody knows here stay."""
    if state.src[state.pos] != ":" or before(state).isalnum() or before(state) == ":":
        return False
    match = _NAME.match(state.src, state.pos, state.posMax)
    sign = _signs().get(match[1]) if match else None
    if match is None or sign is None:
        return False
    if not silent:
        state.push("text", "", 0).content = sign
    state.pos = match.end()
    return True
